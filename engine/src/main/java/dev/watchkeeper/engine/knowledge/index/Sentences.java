package dev.watchkeeper.engine.knowledge.index;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts texts into sentences; lines of tables, lists and code that stand by themselves count as sentences, too. */
public final class Sentences {
    /** After these a full stop ends no sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            ("e.g i.e etc cf vs fig figs no nos dr mr mrs ms prof st approx ca max min sec ch vol pp ed eds al inc ltd co jr sr"
                            + " gen col lt capt sgt rev hon gov")
                    .split(" "));

    private Sentences() {}

    /** In their order; blanks around them are gone, and nothing else. */
    public static List<String> of(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        List<String> sentences = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            breaks.setText(line);
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                if (end < line.length() && goesOn(line.substring(start, end).strip())) {
                    continue;
                }
                String sentence = line.substring(start, end).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                start = end;
            }
        }
        return sentences;
    }

    private static boolean goesOn(String part) {
        if (!part.endsWith(".")) {
            return false;
        }
        int word = part.length() - 1;
        while (word > 0 && !Character.isWhitespace(part.charAt(word - 1)) && part.charAt(word - 1) != '(') {
            word--;
        }
        String last = part.substring(word, part.length() - 1);
        return (last.length() == 1 && Character.isUpperCase(last.charAt(0)))
                || ABBREVIATIONS.contains(last.toLowerCase(Locale.ROOT));
    }
}
