package dev.watchkeeper.engine.assistant.answer;

import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.signal.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How answers write times, values and states. Immutable. */
public final class Phrase {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_MINUTE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final InstantSource clock;
    private final ZoneId zone;

    public Phrase(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** {@code 14:02} today, {@code 16 Mar 14:02} else. */
    public String time(Instant time) {
        boolean same = time.atZone(zone).toLocalDate().equals(today());
        return (same ? MINUTE : DAY_AND_MINUTE).format(time.atZone(zone));
    }

    /** {@code 02:00–04:00}, {@code 16 Mar} for a whole day, or both ends with their days. */
    public String span(TimeSpan span) {
        var start = span.start().atZone(zone);
        var end = span.end().atZone(zone);
        boolean midnights =
                start.toLocalTime().toSecondOfDay() == 0 && end.toLocalTime().toSecondOfDay() == 0;
        if (midnights && start.toLocalDate().plusDays(1).equals(end.toLocalDate())) {
            return DAY.format(start);
        }
        if (start.toLocalDate().equals(end.toLocalDate())) {
            return time(span.start()) + "–" + MINUTE.format(end);
        }
        return time(span.start()) + " – " + time(span.end());
    }

    /** In its largest one or two units. */
    public static String length(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 48) {
            return minutes % 60 == 0 ? hours + " h" : hours + " h " + minutes % 60 + " min";
        }
        return hours / 24 + " d";
    }

    /** About four significant digits. */
    public static String value(double value, Unit unit) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
        return unit.symbol().isEmpty() ? text : text + " " + unit.symbol();
    }

    public static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    public static String of(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }

    public static String of(AlarmState state) {
        return switch (state) {
            case NORMAL -> "over";
            case ACTIVE_UNACKNOWLEDGED -> "active, unacknowledged";
            case ACTIVE_ACKNOWLEDGED -> "active, acknowledged";
            case RETURNED_UNACKNOWLEDGED -> "returned, unacknowledged";
            case LATCHED_UNACKNOWLEDGED -> "latched, unacknowledged";
            case LATCHED_ACKNOWLEDGED -> "latched, to be reset";
        };
    }

    public static String of(DeviceState state) {
        return switch (state) {
            case GOOD -> "good";
            case MAINTENANCE_REQUIRED -> "has not moved: maintenance required";
            case OUT_OF_SPECIFICATION -> "out of specification";
            case FUNCTION_CHECK -> "function check";
            case FAILURE -> "silent: no data";
        };
    }

    public static String of(LabelKind kind) {
        return switch (kind) {
            case TRUE_ANOMALY -> "a true anomaly";
            case NOT_AN_ANOMALY -> "not an anomaly";
            case MAINTENANCE -> "maintenance";
            case UNKNOWN -> "not known";
        };
    }

    /** {@code 1 alarm}, {@code 3 alarms}. */
    public static String count(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }

    /** With a capital first letter. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
