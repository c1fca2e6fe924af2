package dev.watchkeeper.engine.alarm.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people type them: {@code 30 s}, {@code 5 min}, {@code 1.5 h}, {@code 2 d}, or ISO 8601 such as {@code PT5M}. */
public final class DurationText {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,6})?)\\s*([a-z]+)");
    private static final Map<String, Long> MILLIS = Map.ofEntries(
            Map.entry("ms", 1L),
            Map.entry("s", 1_000L),
            Map.entry("sec", 1_000L),
            Map.entry("m", 60_000L),
            Map.entry("min", 60_000L),
            Map.entry("h", 3_600_000L),
            Map.entry("d", 86_400_000L));

    private DurationText() {}

    /** Empty when the text is none of these, or negative. */
    public static Optional<Duration> read(String text) {
        String typed = text.strip();
        Matcher matcher = NUMBER_AND_UNIT.matcher(typed.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            Long unit = MILLIS.get(matcher.group(2));
            double number = Double.parseDouble(matcher.group(1).replace(',', '.'));
            return Optional.ofNullable(unit).map(millis -> Duration.ofMillis(Math.round(number * millis)));
        }
        if (typed.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        try {
            return Optional.of(Duration.parse(typed)).filter(duration -> !duration.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In the largest unit in which it is a whole number. */
    public static String written(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0 s";
        }
        for (String unit : new String[] {"d", "h", "min", "s"}) {
            long inUnit = MILLIS.getOrDefault(unit, 1L);
            if (millis % inUnit == 0) {
                return millis / inUnit + " " + unit;
            }
        }
        return millis + " ms";
    }
}
