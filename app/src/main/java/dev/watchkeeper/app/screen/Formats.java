package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.signal.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How times, ages and values are written on every screen. Immutable. */
public final class Formats {
    private static final double[] DECIMALS_BELOW = {10, 100};

    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

    private final ZoneId zone;
    private final DateTimeFormatter timeOfDay;
    private final DateTimeFormatter dayAndTime;
    private final DateTimeFormatter dayAlone;
    private final DateTimeFormatter minute;

    public Formats(ZoneId zone) {
        this.zone = zone;
        timeOfDay = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        minute = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
        dayAndTime = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(zone);
        dayAlone = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** The time of day, {@code 14:02:11}; with the day in place of the seconds when that is another than today's. */
    public String time(Instant time, Instant now) {
        boolean today = time.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? timeOfDay : dayAndTime).format(time);
    }

    /** A sentence of the engine, with the moments that it spells in UTC as {@link #time} writes them. */
    public String localized(String sentence, Instant now) {
        return UTC.matcher(sentence)
                .replaceAll(moment -> Matcher.quoteReplacement(time(Instant.parse(moment.group()), now)));
    }

    /** Where there is little room: the minute of a moment of today, the day of another one. */
    public String hourOrDay(Instant time, Instant now) {
        boolean today = time.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? minute : dayAlone).format(time);
    }

    /** The minute of a moment, whichever day it is on: {@code 14:02}. */
    public String minute(Instant time) {
        return minute.format(time);
    }

    /** A day and a month, {@code 14 Mar}. */
    public String day(Instant time) {
        return dayAlone.format(time);
    }

    /** A span: {@code 14:02:11–14:05:00} today, else {@code 12 Nov 03:10–03:40}; one moment where both ends look alike. */
    public String span(TimeSpan span, Instant now) {
        String start = time(span.start(), now);
        LocalDate endDay = span.end().atZone(zone).toLocalDate();
        boolean oneDay = span.start().atZone(zone).toLocalDate().equals(endDay);
        boolean today = endDay.equals(now.atZone(zone).toLocalDate());
        String end = oneDay && !today ? minute.format(span.end()) : time(span.end(), now);
        return start.endsWith(end) ? start : start + "–" + end;
    }

    /**
     * A length of time in its largest one or two units: {@code 0.4 s}, {@code 12 s}, {@code 3 min}, {@code 2 h 5
     * min}, {@code 4 d}.
     */
    public static String age(Duration age) {
        long millis = Math.max(0, age.toMillis());
        if (millis < 10_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
        }
        long seconds = millis / 1_000;
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 48) {
            long rest = minutes % 60;
            return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
        }
        return hours / 24 + " d";
    }

    /** A length of time in its largest unit alone: {@code 12 s}, {@code 3 min}, {@code 2 h}, {@code 4 d}. */
    public static String roughAge(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3_600) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 86_400 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }

    /** A value with about four significant digits and at most three decimals; an en dash for NaN. */
    public static String value(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        int decimals = size < DECIMALS_BELOW[0] ? 2 : size < DECIMALS_BELOW[1] ? 1 : 0;
        if (size > 0 && size < 1) {
            decimals = 3;
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** A score in [0, 1], with two decimals. */
    public static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    /** A number that somebody set, with up to six significant digits and no more than it needs, and its unit. */
    public static String exact(double value, Unit unit) {
        String text = BigDecimal.valueOf(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
        String number = text.startsWith("-") ? "−" + text.substring(1) : text;
        return unit.symbol().isEmpty() ? number : number + " " + unit.symbol();
    }

    /** A value with its unit. */
    public static String value(double value, Unit unit) {
        return unit.symbol().isEmpty() ? value(value) : value(value) + " " + unit.symbol();
    }
}
