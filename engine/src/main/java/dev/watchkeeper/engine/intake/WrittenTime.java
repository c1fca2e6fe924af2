package dev.watchkeeper.engine.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/**
 * Time as date and time of day. A date alone is its midnight. A time that the clocks skip in spring is moved on by the
 * gap; one that they go through twice in autumn is taken as the first.
 */
public final class WrittenTime implements TimeFormat {
    /** Dates as {@code 2026-01-31}, times of day after a T or a space, with or without seconds, fraction and zone. */
    public static final WrittenTime ISO = ofDate("uuuu-M-d");

    private final String pattern;
    private final DateTimeFormatter formatter;

    private WrittenTime(String pattern, DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.formatter = formatter;
    }

    /**
     * A pattern as {@link DateTimeFormatter} has them, in English.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static WrittenTime ofPattern(String pattern) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(withPlainYears(pattern));
        return new WrittenTime(pattern, builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT));
    }

    /** Years of the era, which a strict parser takes only beside the era, as years counted through. */
    private static String withPlainYears(String pattern) {
        String[] parts = pattern.split("'", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replace('y', 'u');
        }
        return String.join("'", parts);
    }

    /** A date pattern, followed by any usual way to write the time of day on 24 hours, fraction and zone. */
    static WrittenTime ofDate(String datePattern) {
        return ofDate(datePattern, "H:mm[:ss]", "");
    }

    /** A date pattern, followed by the time of day on 12 hours with AM or PM. */
    static WrittenTime ofDateAndHalfDay(String datePattern) {
        return ofDate(datePattern, "h:mm[:ss]", "[ ]a");
    }

    /** A date pattern of digits alone, followed by the time of day in digits alone. */
    static WrittenTime ofCompactDate(String datePattern) {
        return ofDate(datePattern, "HHmm[ss]", "");
    }

    private static WrittenTime ofDate(String date, String time, String tail) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(date)
                .optionalStart()
                .appendPattern("['T'][','][ ][ ]" + time)
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd();
        for (char beforeFraction : new char[] {',', ':'}) {
            builder.optionalStart()
                    .appendLiteral(beforeFraction)
                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false)
                    .optionalEnd();
        }
        builder.appendPattern(tail + "[ ][XXX][XX][X][VV]['['VV']']").optionalEnd();
        return new WrittenTime(
                date + " " + time + tail, builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT));
    }

    @Override
    public Instant parse(String text, ZoneId zone) {
        TemporalAccessor parsed = formatter.parse(text.strip());
        Instant time = parsed.isSupported(ChronoField.INSTANT_SECONDS) ? Instant.from(parsed) : local(parsed, zone);
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether the text tells a time of day beside the date; false when it cannot be read. */
    boolean tellsTimeOfDay(String text) {
        try {
            return formatter.parse(text.strip()).query(TemporalQueries.localTime()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public String description() {
        return pattern;
    }

    @Override
    public String toString() {
        return pattern;
    }

    private static Instant local(TemporalAccessor parsed, ZoneId zone) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        if (date == null) {
            throw new DateTimeException("there is no date in it");
        }
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(zone)
                .toInstant();
    }
}
