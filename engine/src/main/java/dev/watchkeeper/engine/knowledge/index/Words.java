package dev.watchkeeper.engine.knowledge.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The words that are counted: without case and accents, without the commonest words of English, reduced to stems. What is
 * written together in technical texts counts whole and in its parts: {@code P-101} as {@code p-101}, {@code p} and {@code 101},
 * {@code processing.guarantee} and {@code sideOutput} likewise.
 */
public final class Words {
    private static final Set<String> COMMON = Set.of(
            ("a an and are as at be been being but by can could did do does for from had has have he her his how i if in into is"
                            + " it its me my no not of on or our shall she should so some such than that the their them then"
                            + " there these they this those to us was we were what when where which who whom whose why will"
                            + " with would you your")
                    .split(" "));

    private Words() {}

    /** The words in their order. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        EnglishStemmer stemmer = new EnglishStemmer();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            boolean inside = Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || (start >= 0
                            && isJoiner(c)
                            && i + 1 < plain.length()
                            && Character.isLetterOrDigit(plain.charAt(i + 1)));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                add(unmarked(plain.substring(start, i)), words, stemmer);
                start = -1;
            }
        }
        return words;
    }

    /** Pairs of words that follow each other. */
    public static List<String> pairs(List<String> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + ' ' + words.get(i));
        }
        return pairs;
    }

    private static void add(String word, List<String> words, EnglishStemmer stemmer) {
        List<String> parts = parts(word);
        if (parts.size() > 1) {
            words.add(word.toLowerCase(Locale.ROOT));
        }
        for (String part : parts) {
            String lower = part.toLowerCase(Locale.ROOT);
            if (!COMMON.contains(lower)) {
                stemmer.setCurrent(lower);
                stemmer.stem();
                words.add(stemmer.getCurrent());
            }
        }
    }

    private static List<String> parts(String word) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= word.length(); i++) {
            boolean end = i == word.length();
            if (!end && isApostrophe(word.charAt(i)) && word.length() - i <= 3) {
                // The end of "pump's", "don't", "they'll" says nothing.
                parts.add(word.substring(start, i));
                return parts;
            }
            if (end
                    || isJoiner(word.charAt(i))
                    || (Character.isLowerCase(word.charAt(i - 1)) && Character.isUpperCase(word.charAt(i)))) {
                if (i > start) {
                    parts.add(word.substring(start, i));
                }
                start = !end && isJoiner(word.charAt(i)) ? i + 1 : i;
            }
        }
        return parts;
    }

    private static String unmarked(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (Character.getType(word.charAt(i)) != Character.NON_SPACING_MARK) {
                plain.append(word.charAt(i));
            }
        }
        return plain.toString();
    }

    private static boolean isJoiner(char c) {
        return c == '-' || c == '.' || c == '_' || c == '/' || c == ':' || c == '\u2013' || isApostrophe(c);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }
}
