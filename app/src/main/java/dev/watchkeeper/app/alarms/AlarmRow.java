package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.label.LabelKind;
import org.jspecify.annotations.Nullable;

/** A row of the table. */
sealed interface AlarmRow {
    /** The head of an asset's alarms. */
    record Head(AlarmGroup group) implements AlarmRow {}

    /**
     * One alarm.
     *
     * @param firstOut whether it opened before all others of its asset
     * @param labelOrNull what it is said to be; null while nobody has said
     */
    record Line(Alarm alarm, boolean firstOut, @Nullable LabelKind labelOrNull) implements AlarmRow {}
}
