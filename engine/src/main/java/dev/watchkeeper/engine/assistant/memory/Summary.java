package dev.watchkeeper.engine.assistant.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of the turns that are no longer told word for word. Bounded.
 *
 * @param upTo the number of the last turn that went in; 0 for none
 * @param facts what the user said to remember and what was decided, word for word, the oldest first
 * @param digest of each question and answer the heart, the oldest first
 * @param prose what a language model made of it; empty without one
 */
public record Summary(int upTo, List<String> facts, List<String> digest, String prose) {
    /** No more facts are kept; the oldest go first. */
    public static final int MOST_FACTS = 40;

    /** No more lines are kept; those without numbers go first, then the oldest. */
    public static final int MOST_LINES = 24;

    private static final int LONGEST_FACT = 240;
    private static final int LONGEST_LINE = 180;
    private static final int LONGEST_PROSE = 2_000;

    /** Of nothing. */
    public static final Summary NONE = new Summary(0, List.of(), List.of(), "");

    public Summary {
        facts = last(facts.stream().map(fact -> cut(fact, LONGEST_FACT)).toList(), MOST_FACTS);
        digest = thinned(digest.stream().map(line -> cut(line, LONGEST_LINE)).toList());
        prose = cut(prose, LONGEST_PROSE);
    }

    /** This with one more turn. */
    public Summary with(Turn turn, boolean fact) {
        List<String> allFacts = new ArrayList<>(facts);
        List<String> lines = new ArrayList<>(digest);
        if (fact) {
            if (!allFacts.contains(turn.question())) {
                allFacts.add(turn.question());
            }
        } else {
            lines.add(turn.question() + " → " + heart(turn.answer()));
        }
        return new Summary(turn.number(), allFacts, lines, prose);
    }

    /** About how many tokens a language model would count. */
    public int tokens() {
        return Stream.concat(Stream.of(prose), Stream.concat(facts.stream(), digest.stream()))
                        .mapToInt(String::length)
                        .sum()
                / 4;
    }

    public boolean isEmpty() {
        return facts.isEmpty() && digest.isEmpty() && prose.isEmpty();
    }

    /** The first sentence with a number or a name in it, else the first. */
    static String heart(String answer) {
        List<String> sentences = java.util.regex.Pattern.compile("(?<=[.!?])\\s+|\\n")
                .splitAsStream(answer)
                .filter(sentence -> !sentence.isBlank())
                .toList();
        return sentences.stream()
                .filter(Summary::telling)
                .findFirst()
                .orElse(sentences.isEmpty() ? "" : sentences.get(0));
    }

    private static boolean telling(String line) {
        return line.chars().anyMatch(Character::isDigit);
    }

    private static List<String> thinned(List<String> lines) {
        List<String> kept = new ArrayList<>(lines);
        for (int i = 0; kept.size() > MOST_LINES && i < kept.size() - MOST_LINES / 2; ) {
            if (telling(kept.get(i))) {
                i++;
            } else {
                kept.remove(i);
            }
        }
        return last(kept, MOST_LINES);
    }

    private static List<String> last(List<String> lines, int most) {
        return List.copyOf(lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }

    private static String cut(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
