package dev.watchkeeper.engine.knowledge.find;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of thing a question asks for, and how a sentence looks that holds such a thing. */
enum AnswerType {
    /** "how many", "how long", "what percentage". */
    AMOUNT(
            "\\bhow (many|much|long|often|far|fast|large|big|high|old|tall|deep|hot|warm)\\b"
                    + "|\\bwhat (percent|percentage|number|fraction|share|amount|size|distance)\\b",
            "\\d|\\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand"
                    + "|million|billion|half|third|quarter|dozen|once|twice|several|none)\\b"),
    /** "when", "what year". */
    TIME(
            "\\bwhen\\b|\\b(what|which) (year|day|date|month|century|decade|time)\\b|\\bwhat year\\b",
            "\\b1\\d{3}\\b|\\b20\\d{2}\\b|\\b\\d{1,2}(st|nd|rd|th)?\\b|\\b(january|february|march|april|may|june|july|august"
                    + "|september|october|november|december|century|centuries|decade|after|before|during|until|while|as soon as"
                    + "|hours?|minutes?|days?|weeks?|months?|years?)\\b"),
    /** "who", "whose". */
    PERSON("\\bwho(se|m)?\\b|\\bwhat (person|people|group|company)\\b", "(?<=[\\p{L}\\d,;)] )(?-i:\\p{Lu}\\p{L}+)"),
    /** "where", "what city". */
    PLACE(
            "\\bwhere\\b|\\b(what|which) (city|country|place|area|region|river|state|town|continent|location|directory)\\b",
            "\\b(in|at|from|to|near|of|on|under|into|between) (the )?(?-i:\\p{Lu}\\p{L}+)|\\b(in|under|at) the\\b"),
    /** "why", "what caused". */
    REASON(
            "\\bwhy\\b|\\bwhat (caused|causes|led|leads|prompted)\\b|\\breasons?\\b|\\bpurpose\\b",
            "\\b(because|since|due to|caus\\w*|reasons?|so that|therefore|thus|hence|in order to|result\\w*|owing|led to"
                    + "|prevents?|allows?|avoids?|means)\\b"),
    /** "how do I", "what should". */
    ACTION(
            "\\bhow (do|can|could|should|must|would|to)\\b|\\bwhat (should|must|do i|can i)\\b",
            "^[-*\\d. ]*(use|run|set|call|add|check|start|stop|open|close|enable|configure|create|press|choose|compare|click"
                    + "|select|take|put|turn|reduce|increase)\\b|\\b(can be|by \\w+ing|you can|need to|must|should|--\\w+)\\b"),
    /** Anything else. */
    THING("", "");

    private final Pattern question;
    private final Pattern answer;

    AnswerType(String question, String answer) {
        this.question = Pattern.compile(question, Pattern.CASE_INSENSITIVE);
        this.answer = Pattern.compile(answer, Pattern.CASE_INSENSITIVE);
    }

    static AnswerType of(String question) {
        String lower = question.toLowerCase(Locale.ROOT);
        for (AnswerType type : values()) {
            if (type != THING && type.question.matcher(lower).find()) {
                return type;
            }
        }
        return THING;
    }

    /** Whether a sentence holds something of this kind; of anything else, nothing does. */
    boolean isIn(String sentence) {
        return this != THING && answer.matcher(sentence).find();
    }
}
