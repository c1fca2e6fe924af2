package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.PipelineStatus;

/** The operator's words for what the engine calls by constants. */
public final class Words {
    private Words() {}

    public static String of(Priority priority) {
        return switch (priority) {
            case HIGH -> "High";
            case MEDIUM -> "Medium";
            case LOW -> "Low";
        };
    }

    /** The number in a priority's symbol: 1 is the most urgent. */
    public static String number(Priority priority) {
        return switch (priority) {
            case HIGH -> "1";
            case MEDIUM -> "2";
            case LOW -> "3";
        };
    }

    public static String of(AlarmState state) {
        return switch (state) {
            case NORMAL -> "Over";
            case ACTIVE_UNACKNOWLEDGED -> "Active, unacknowledged";
            case ACTIVE_ACKNOWLEDGED -> "Active, acknowledged";
            case RETURNED_UNACKNOWLEDGED -> "Returned, unacknowledged";
            case LATCHED_UNACKNOWLEDGED -> "Latched, unacknowledged";
            case LATCHED_ACKNOWLEDGED -> "Latched, to be reset";
        };
    }

    public static String of(DeviceState state) {
        return switch (state) {
            case GOOD -> "good";
            case MAINTENANCE_REQUIRED -> "maintenance required, the value has not moved";
            case OUT_OF_SPECIFICATION -> "out of specification";
            case FUNCTION_CHECK -> "function check";
            case FAILURE -> "failure, no data";
        };
    }

    /** The state of a device by its name in the standard alone. */
    public static String shortly(DeviceState state) {
        return switch (state) {
            case GOOD -> "good";
            case MAINTENANCE_REQUIRED -> "maintenance required";
            case OUT_OF_SPECIFICATION -> "out of specification";
            case FUNCTION_CHECK -> "function check";
            case FAILURE -> "failure";
        };
    }

    public static String of(PipelineStatus.State state) {
        return switch (state) {
            case STARTING -> "Starting";
            case RUNNING -> "Running";
            case RESTARTING -> "Restarting";
            case FAILED -> "Failed";
            case STOPPED -> "Stopped";
        };
    }

    public static String of(LabelKind kind) {
        return switch (kind) {
            case TRUE_ANOMALY -> "True anomaly";
            case NOT_AN_ANOMALY -> "Not an anomaly";
            case MAINTENANCE -> "Maintenance";
            case UNKNOWN -> "Unknown";
        };
    }

    public static String of(Suppression.Kind kind) {
        return switch (kind) {
            case SHELVED_ONCE -> "Shelved until it returns";
            case SHELVED -> "Shelved";
            case BY_DESIGN -> "Suppressed by design";
            case OUT_OF_SERVICE -> "Out of service";
        };
    }

    public static String of(JournalEntry.Kind kind) {
        return switch (kind) {
            case RAISED -> "Raised";
            case WORSENED -> "Worsened";
            case RETURNED -> "Returned to normal";
            case ACKNOWLEDGED -> "Acknowledged";
            case REALARMED -> "Raised again";
            case RESET -> "Latch reset";
            case SHELVED -> "Shelved";
            case UNSHELVED -> "Taken off the shelf";
            case SUPPRESSED -> "Suppressed by design";
            case UNSUPPRESSED -> "No longer suppressed";
            case OUT_OF_SERVICE -> "Taken out of service";
            case BACK_IN_SERVICE -> "Back in service";
            case ASSIGNED -> "Assigned";
            case NOTED -> "Noted";
        };
    }
}
