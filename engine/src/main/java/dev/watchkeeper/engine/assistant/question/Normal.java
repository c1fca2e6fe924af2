package dev.watchkeeper.engine.assistant.question;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings what people type into one form: small letters, no contractions, single spaces, no signs but those inside names and times. */
final class Normal {
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}.:/#@%_ -]+");
    private static final Pattern LOOSE = Pattern.compile("(?<![\\p{L}\\p{N}])[.:/_-]+|[.:/_-]+(?![\\p{L}\\p{N}])");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern CLOCK = Pattern.compile("\\b(\\d{1,2})(?::(\\d{2}))?\\s?([ap])\\.?\\s?m\\b\\.?");
    private static final Pattern GLUED = Pattern.compile("\\b(\\d+)(h|hr|hrs|min|mins|d|days|hours|minutes|weeks)\\b");

    private static final Map<String, String> CONTRACTIONS = Map.ofEntries(
            Map.entry("what's", "what is"),
            Map.entry("whats", "what is"),
            Map.entry("how's", "how is"),
            Map.entry("hows", "how is"),
            Map.entry("where's", "where is"),
            Map.entry("when's", "when is"),
            Map.entry("who's", "who is"),
            Map.entry("that's", "that is"),
            Map.entry("there's", "there is"),
            Map.entry("it's", "it is"),
            Map.entry("let's", "let us"),
            Map.entry("isn't", "is not"),
            Map.entry("aren't", "are not"),
            Map.entry("didn't", "did not"),
            Map.entry("doesn't", "does not"),
            Map.entry("don't", "do not"),
            Map.entry("can't", "can not"),
            Map.entry("i'd", "i would"),
            Map.entry("i'm", "i am"),
            Map.entry("pls", "please"),
            Map.entry("plz", "please"),
            Map.entry("whys", "why is"),
            Map.entry("why's", "why is"));

    private Normal() {}

    static String of(String question) {
        String text = question.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('–', '-')
                .replace("Δ", "delta ");
        StringBuilder words = new StringBuilder();
        for (String word : SPACE.splitAsStream(text.strip()).toList()) {
            String bare = word.replaceAll("[?!,;.]+$", "");
            words.append(CONTRACTIONS.getOrDefault(bare, word)).append(' ');
        }
        text = words.toString().replaceAll("'s\\b", "").replace("&", " and ");
        text = SIGNS.matcher(text).replaceAll(" ");
        text = CLOCK.matcher(text)
                .replaceAll(match ->
                        match.group(1) + (match.group(2) == null ? "" : ":" + match.group(2)) + match.group(3) + "m ");
        text = GLUED.matcher(text).replaceAll("$1 $2");
        text = LOOSE.matcher(text).replaceAll(" ");
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    static List<String> tokens(String normal) {
        return normal.isEmpty() ? List.of() : SPACE.splitAsStream(normal).toList();
    }

    /** Letters and digits alone, so that {@code P-101}, {@code p 101} and {@code P101} are one. */
    static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
