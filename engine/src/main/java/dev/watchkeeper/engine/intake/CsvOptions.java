package dev.watchkeeper.engine.intake;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells of a CSV file; the rest is found by looking at it. A column is given by its header or, from 1 on,
 * by its number as in {@code #3}.
 *
 * @param separatorOrNull between cells
 * @param decimalOrNull a point or a comma
 * @param headerOrNull whether there is a line of headers
 * @param time the time columns, such as one of the date and one of the time of day; empty to find them
 * @param formatOrNull {@code iso}, {@code seconds}, {@code millis}, {@code micros}, {@code nanos} since 1970, or a
 *     pattern as {@link java.time.format.DateTimeFormatter} has them
 * @param zone of times that tell none
 * @param values the columns with numbers; empty to find them
 * @param sensorOrNull the column with the sensor's name, in a file with one value a line
 */
public record CsvOptions(
        @Nullable Character separatorOrNull,
        @Nullable Character decimalOrNull,
        @Nullable Boolean headerOrNull,
        List<String> time,
        @Nullable String formatOrNull,
        ZoneId zone,
        List<String> values,
        @Nullable String sensorOrNull) {
    /** Everything is found by looking; times are UTC unless they say otherwise. */
    public static final CsvOptions NONE =
            new CsvOptions(null, null, null, List.of(), null, ZoneOffset.UTC, List.of(), null);

    private static final String KEYS = "time, format, zone, values, sensor, separator, decimal, header";

    public CsvOptions {
        time = List.copyOf(time);
        values = List.copyOf(values);
    }

    public Optional<String> format() {
        return Optional.ofNullable(formatOrNull);
    }

    /**
     * Reads options such as {@code time=Date+Clock,values=Flow:Level,separator=;,zone=Europe/Berlin}. The separator may
     * be a character or comma, semicolon, tab, pipe; decimal is comma or point; header is yes or no.
     *
     * @throws CsvException when the text is not of this kind; says which part and what it may be
     */
    public static CsvOptions parse(String map) {
        Character separator = null;
        Character decimal = null;
        Boolean header = null;
        List<String> time = List.of();
        String format = null;
        ZoneId zone = ZoneOffset.UTC;
        List<String> values = List.of();
        String sensor = null;
        Set<String> seen = new HashSet<>();
        for (String part : map.isBlank() ? List.<String>of() : List.of(map.split(",", -1))) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new CsvException("\"" + part + "\" in the mapping is not KEY=VALUE; the keys are " + KEYS + ".");
            }
            String key = part.substring(0, equals).strip();
            String value = part.substring(equals + 1).strip();
            if (value.isEmpty() && !part.endsWith("\t")) {
                throw new CsvException("The mapping gives no value for " + key
                        + (key.equals("separator") ? "; a comma is written separator=comma." : "."));
            }
            if (!seen.add(key)) {
                throw new CsvException("The mapping gives " + key + " twice.");
            }
            switch (key) {
                case "separator" -> separator = separator(value);
                case "decimal" -> decimal = choice(key, value, "comma", ',', "point", '.');
                case "header" -> header = choice(key, value, "yes", true, "no", false);
                case "time" -> time = List.of(value.split("\\+"));
                case "format" -> format = value;
                case "zone" -> zone = zone(value);
                case "values" -> values = List.of(value.split(":"));
                case "sensor" -> sensor = value;
                default -> throw new CsvException("The mapping has no key " + key + "; the keys are " + KEYS + ".");
            }
        }
        if (sensor != null && values.size() > 1) {
            throw new CsvException("With a sensor column there is one value a line, so name one column in values.");
        }
        return new CsvOptions(separator, decimal, header, time, format, zone, values, sensor);
    }

    private static char separator(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "tab", "\\t", "" -> '\t';
            case "pipe" -> '|';
            default -> {
                if (value.length() != 1 || Character.isLetterOrDigit(value.charAt(0)) || value.equals("\"")) {
                    throw new CsvException("The separator " + value
                            + " is none; write comma, semicolon, tab, pipe, or one character that is no letter, digit or"
                            + " quote.");
                }
                yield value.charAt(0);
            }
        };
    }

    private static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw new CsvException(
                    "The zone " + value + " is not known; write one such as Europe/Berlin, UTC or +02:00.", e);
        }
    }

    private static <T> T choice(String key, String value, String one, T ifOne, String other, T ifOther) {
        if (value.equals(one)) {
            return ifOne;
        }
        if (value.equals(other)) {
            return ifOther;
        }
        throw new CsvException("The mapping's " + key + " is " + one + " or " + other + ", not " + value + ".");
    }
}
