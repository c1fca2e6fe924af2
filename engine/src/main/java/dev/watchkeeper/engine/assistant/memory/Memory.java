package dev.watchkeeper.engine.assistant.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is remembered of a conversation: the last turns word for word within a budget of tokens, a summary of those before. The
 * budget holds however long the conversation gets.
 *
 * @param summary of all turns before {@code turns}
 * @param turns the newest, in their order
 */
public record Memory(Summary summary, List<Turn> turns) {
    /** Tokens for the turns that are kept word for word. */
    public static final int TURN_TOKENS = 2_000;

    /** No more turns are kept word for word. */
    public static final int MOST_TURNS = 12;

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}-]+");
    private static final Pattern STATED =
            Pattern.compile("(?i)(please )?(remember|note|keep in mind|for the record|fyi)\\b");
    private static final int STEM = 5;
    private static final Set<String> FILLERS = Set.of(
            "what",
            "when",
            "where",
            "which",
            "who",
            "how",
            "did",
            "does",
            "have",
            "had",
            "the",
            "that",
            "this",
            "about",
            "say",
            "said",
            "tell",
            "told",
            "note",
            "noted",
            "remind",
            "remember",
            "you",
            "and",
            "was",
            "were",
            "is",
            "are",
            "for",
            "with",
            "mention",
            "mentioned",
            "decide",
            "decided",
            "please",
            "earlier",
            "before",
            "of",
            "on",
            "in",
            "to",
            "me",
            "we",
            "it");

    /** Nothing is remembered. */
    public static final Memory NONE = new Memory(Summary.NONE, List.of());

    public Memory {
        turns = List.copyOf(turns);
    }

    /**
     * This with one more turn; what no longer fits goes into the summary.
     *
     * @param fact which turns state something to be remembered
     */
    public Memory with(Turn turn, Predicate<Turn> fact) {
        List<Turn> kept = new ArrayList<>(turns);
        kept.add(turn);
        Summary next = summary;
        while (kept.size() > 1 && (kept.size() > MOST_TURNS || tokens(kept) > TURN_TOKENS)) {
            Turn oldest = kept.remove(0);
            next = next.with(oldest, fact.test(oldest));
        }
        return new Memory(next, kept);
    }

    /** About how many tokens a language model would count. */
    public int tokens() {
        return summary.tokens() + tokens(turns);
    }

    private static int tokens(List<Turn> turns) {
        return turns.stream().mapToInt(Turn::tokens).sum();
    }

    /** A fact that the user stated and that has at least two words in common with a question. */
    public Optional<String> recallFact(String question) {
        Set<String> wanted = words(question);
        return Stream.concat(
                        summary.facts().stream(),
                        turns.stream()
                                .map(Turn::question)
                                .filter(line -> STATED.matcher(line).lookingAt()))
                .filter(line -> common(wanted, line) >= 2)
                .max(Comparator.comparingLong(line -> common(wanted, line)));
    }

    /** What was said that has most words in common with a question; empty where nothing has. */
    public Optional<String> recall(String question) {
        Set<String> wanted = words(question);
        record Line(String text, long common) {}
        Stream<String> said = turns.stream().map(Turn::question).filter(line -> !line.endsWith("?"));
        return Stream.concat(Stream.concat(summary.facts().stream(), said), summary.digest().stream())
                .map(line -> new Line(line, common(wanted, line)))
                .filter(line -> line.common > 0)
                .max(Comparator.comparingLong(Line::common))
                .map(Line::text);
    }

    private static long common(Set<String> wanted, String line) {
        Set<String> own = words(line);
        return wanted.stream().filter(own::contains).count();
    }

    private static Set<String> words(String text) {
        return NO_LETTER
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1 && !FILLERS.contains(word))
                .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
