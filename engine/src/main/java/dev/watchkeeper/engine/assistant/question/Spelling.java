package dev.watchkeeper.engine.assistant.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Mends typing errors towards the words that mean something here: those of the plant and those that questions are made of.
 *
 * <p>A word that is known stays. Another becomes the nearest word that matters, by edits of a letter or a swap of two neighbours
 * (Damerau-Levenshtein, optimal string alignment): one edit from four letters on, two from eight on. A word with a digit stays.
 * Immutable.
 */
final class Spelling {
    private static final String KNOWN = "/dev/watchkeeper/engine/assistant/known-words.txt";
    private static final String MEANING = "/dev/watchkeeper/engine/assistant/question-words.txt";
    private static final int ONE_EDIT_FROM = 4;
    private static final int TWO_EDITS_FROM = 8;

    private static final Set<String> AFTER_HOW = Set.of("many", "often", "much");
    private static final Set<String> BEFORE_MANY = Set.of("so", "too", "now", "show", "not");

    private final Set<String> known;
    private final List<String> targets;

    /** @param plant the words of the plant's names */
    Spelling(Collection<String> plant) {
        Set<String> meaning = new HashSet<>(read(MEANING));
        meaning.addAll(plant);
        known = new HashSet<>(read(KNOWN));
        known.addAll(meaning);
        targets = meaning.stream()
                .filter(word -> word.length() >= ONE_EDIT_FROM)
                .filter(word -> word.chars().noneMatch(Character::isDigit))
                .sorted()
                .toList();
    }

    /** @param normal as {@link Normal#of} writes it */
    String mend(String normal) {
        List<String> words = Normal.tokens(normal);
        return IntStream.range(0, words.size())
                .mapToObj(i -> asksCount(words, i) ? "how" : word(words.get(i)))
                .collect(Collectors.joining(" "));
    }

    /** Whether a short word is {@code how} with an error: too short to be mended by itself, but not before {@code many}. */
    private static boolean asksCount(List<String> words, int at) {
        return at + 1 < words.size()
                && AFTER_HOW.contains(words.get(at + 1))
                && words.get(at).length() <= "how".length() + 1
                && !BEFORE_MANY.contains(words.get(at))
                && distance(words.get(at), "how") <= 1;
    }

    private String word(String word) {
        if (word.length() < ONE_EDIT_FROM
                || known.contains(word)
                || word.chars().anyMatch(Character::isDigit)) {
            return word;
        }
        int allowed = word.length() >= TWO_EDITS_FROM ? 2 : 1;
        String best = word;
        int least = allowed + 1;
        for (String target : targets) {
            if (Math.abs(target.length() - word.length()) < least) {
                int distance = distance(word, target);
                if (distance < least || (distance == least && closer(word, target, best))) {
                    least = distance;
                    best = target;
                }
            }
        }
        return least <= allowed ? best : word;
    }

    /** Of words that are as near, the one that begins alike. */
    private static boolean closer(String word, String one, String other) {
        return one.charAt(0) == word.charAt(0) && other.charAt(0) != word.charAt(0);
    }

    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    private static Set<String> read(String resource) {
        try (InputStream in = Spelling.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program has no file " + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line.strip()))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
