package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.Alarm;

/** A row of the table. */
sealed interface AlarmRow {
    /** The head of an asset's alarms. */
    record Head(AlarmGroup group) implements AlarmRow {}

    /**
     * One alarm.
     *
     * @param firstOut whether it opened before all others of its asset
     */
    record Line(Alarm alarm, boolean firstOut) implements AlarmRow {}
}
