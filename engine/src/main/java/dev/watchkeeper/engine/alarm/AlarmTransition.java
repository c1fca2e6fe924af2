package dev.watchkeeper.engine.alarm;

import static dev.watchkeeper.engine.alarm.AlarmGuard.ALWAYS;
import static dev.watchkeeper.engine.alarm.AlarmGuard.LATCHING;
import static dev.watchkeeper.engine.alarm.AlarmGuard.NOT_LATCHING;
import static dev.watchkeeper.engine.alarm.AlarmGuard.SHOWN;
import static dev.watchkeeper.engine.alarm.AlarmGuard.SHOWN_NOT_LATCHING;
import static dev.watchkeeper.engine.alarm.AlarmGuard.SUPPRESSED_NOT_LATCHING;
import static dev.watchkeeper.engine.alarm.AlarmState.ACTIVE_ACKNOWLEDGED;
import static dev.watchkeeper.engine.alarm.AlarmState.ACTIVE_UNACKNOWLEDGED;
import static dev.watchkeeper.engine.alarm.AlarmState.LATCHED_ACKNOWLEDGED;
import static dev.watchkeeper.engine.alarm.AlarmState.LATCHED_UNACKNOWLEDGED;
import static dev.watchkeeper.engine.alarm.AlarmState.NORMAL;
import static dev.watchkeeper.engine.alarm.AlarmState.RETURNED_UNACKNOWLEDGED;
import static dev.watchkeeper.engine.alarm.AlarmTrigger.ACKNOWLEDGE;
import static dev.watchkeeper.engine.alarm.AlarmTrigger.CONDITION_BEGINS;
import static dev.watchkeeper.engine.alarm.AlarmTrigger.CONDITION_ENDS;
import static dev.watchkeeper.engine.alarm.AlarmTrigger.PRIORITY_RISES;
import static dev.watchkeeper.engine.alarm.AlarmTrigger.REALARM_DUE;
import static dev.watchkeeper.engine.alarm.AlarmTrigger.RESET;
import static dev.watchkeeper.engine.alarm.AlarmTrigger.SUPPRESSION_ENDS;

import java.util.List;
import java.util.Optional;

/**
 * One row of the state table, from which {@link AlarmLogic} runs and the documentation is written. What stands in no row
 * changes no state.
 *
 * @param why the reason, in one sentence
 */
public record AlarmTransition(AlarmState from, AlarmTrigger trigger, AlarmGuard guard, AlarmState to, String why) {
    /** The state table (ISA-18.2, OPC 10000-9). At most one row fits any state, trigger and circumstances. */
    public static final List<AlarmTransition> TABLE = List.of(
            row(NORMAL, CONDITION_BEGINS, ALWAYS, ACTIVE_UNACKNOWLEDGED, "Somebody should know of it."),
            row(
                    ACTIVE_UNACKNOWLEDGED,
                    CONDITION_ENDS,
                    SHOWN_NOT_LATCHING,
                    RETURNED_UNACKNOWLEDGED,
                    "It is gone, but somebody should still know that it was."),
            row(
                    ACTIVE_UNACKNOWLEDGED,
                    CONDITION_ENDS,
                    SUPPRESSED_NOT_LATCHING,
                    NORMAL,
                    "Nobody was shown it, so nobody has to acknowledge it."),
            row(
                    ACTIVE_UNACKNOWLEDGED,
                    CONDITION_ENDS,
                    LATCHING,
                    LATCHED_UNACKNOWLEDGED,
                    "A latch keeps it until somebody has looked."),
            row(ACTIVE_UNACKNOWLEDGED, ACKNOWLEDGE, ALWAYS, ACTIVE_ACKNOWLEDGED, "Somebody knows."),
            row(ACTIVE_ACKNOWLEDGED, CONDITION_ENDS, NOT_LATCHING, NORMAL, "Known and gone."),
            row(
                    ACTIVE_ACKNOWLEDGED,
                    CONDITION_ENDS,
                    LATCHING,
                    LATCHED_ACKNOWLEDGED,
                    "Known and gone, but the latch asks for a reset."),
            row(
                    ACTIVE_ACKNOWLEDGED,
                    PRIORITY_RISES,
                    ALWAYS,
                    ACTIVE_UNACKNOWLEDGED,
                    "It is no longer the alarm that was acknowledged."),
            row(
                    ACTIVE_ACKNOWLEDGED,
                    REALARM_DUE,
                    SHOWN,
                    ACTIVE_UNACKNOWLEDGED,
                    "It was acknowledged long ago and nothing has changed."),
            row(
                    ACTIVE_ACKNOWLEDGED,
                    SUPPRESSION_ENDS,
                    ALWAYS,
                    ACTIVE_UNACKNOWLEDGED,
                    "It comes back to the list as one to be looked at."),
            row(RETURNED_UNACKNOWLEDGED, ACKNOWLEDGE, ALWAYS, NORMAL, "Gone, and now known."),
            row(LATCHED_UNACKNOWLEDGED, ACKNOWLEDGE, ALWAYS, LATCHED_ACKNOWLEDGED, "Known; the latch still holds."),
            row(
                    LATCHED_UNACKNOWLEDGED,
                    RESET,
                    ALWAYS,
                    RETURNED_UNACKNOWLEDGED,
                    "The latch is let go; it is still to be acknowledged."),
            row(LATCHED_ACKNOWLEDGED, RESET, ALWAYS, NORMAL, "Known, gone, and let go."));

    private static AlarmTransition row(
            AlarmState from, AlarmTrigger trigger, AlarmGuard guard, AlarmState to, String why) {
        return new AlarmTransition(from, trigger, guard, to, why);
    }

    /** The row that fits; empty where the trigger changes no state. */
    static Optional<AlarmTransition> of(AlarmState from, AlarmTrigger trigger, boolean latching, boolean suppressed) {
        return TABLE.stream()
                .filter(row -> row.from == from && row.trigger == trigger && row.guard.admits(latching, suppressed))
                .findFirst();
    }
}
