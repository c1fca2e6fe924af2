package dev.watchkeeper.engine.shift;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import java.time.Duration;
import java.util.Locale;

/** How a report says what the engine has constants for. */
final class ShiftWords {
    private ShiftWords() {}

    static String of(Priority priority) {
        return capital(priority.name());
    }

    static String of(AlarmState state) {
        if (state == AlarmState.NORMAL) {
            return "Over";
        }
        return capital(state.name()).replace(" ", ", ");
    }

    static String of(LabelKind kind) {
        return capital(kind.name());
    }

    static String of(Label label) {
        String reason = label.reason().isEmpty() ? "" : ": " + label.reason();
        return of(label.kind()) + reason + " (" + label.by() + ")";
    }

    /** How long the condition held, or that it still does. */
    static String held(Alarm alarm) {
        return alarm.closedAt()
                .map(closed -> length(Duration.between(alarm.openedAt(), closed)))
                .orElse("still active");
    }

    static String length(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes < 48 * 60 ? minutes / 60 + " h " + minutes % 60 + " min" : minutes / (24 * 60) + " d";
    }

    private static String capital(String constant) {
        return constant.charAt(0)
                + constant.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
