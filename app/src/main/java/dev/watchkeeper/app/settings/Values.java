package dev.watchkeeper.app.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stands in the fields of a form.
 *
 * @param of the text of a field by its name; empty where nothing was entered
 */
record Values(Function<String, String> of) {
    private static final double LONGEST_MINUTES = 7 * 24 * 60;

    /** Without what stands before and after. */
    String text(String field) {
        return of.apply(field).strip();
    }

    /** As it was typed: spaces may belong to a secret. */
    String exact(String field) {
        return of.apply(field);
    }

    /** The values of a field of several. */
    List<String> several(String field) {
        return of.apply(field).lines().filter(line -> !line.isBlank()).toList();
    }

    static String joined(List<String> values) {
        return String.join("\n", values);
    }

    Optional<Integer> whole(String field) {
        try {
            return Optional.of(Integer.valueOf(text(field)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Seconds, with or without decimals; empty where it is no number. */
    Optional<Duration> seconds(String field) {
        return number(field).map(seconds -> Duration.ofMillis(Math.round(seconds * 1_000)));
    }

    /** Minutes from nought to a week; empty where it is none. */
    Optional<Duration> minutes(String field) {
        return number(field)
                .filter(minutes -> minutes >= 0 && minutes <= LONGEST_MINUTES)
                .map(minutes -> Duration.ofSeconds(Math.round(minutes * 60)));
    }

    private Optional<Double> number(String field) {
        try {
            return Optional.of(Double.valueOf(text(field).replace(',', '.')))
                    .filter(number -> Double.isFinite(number) && Math.abs(number) < 1e9);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A time such as 22:00 or 7:30. */
    Optional<LocalTime> time(String field) {
        String text = text(field);
        try {
            return Optional.of(LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
