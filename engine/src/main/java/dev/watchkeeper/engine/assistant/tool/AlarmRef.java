package dev.watchkeeper.engine.assistant.tool;

import dev.watchkeeper.engine.alarm.AlarmId;

/** How a question names one alarm. */
public sealed interface AlarmRef {
    /** The one of this id. */
    record ById(AlarmId id) implements AlarmRef {}

    /** The newest of those that are open and fit; where none is open, the newest that was. */
    record Newest(AlarmFilter filter) implements AlarmRef {}
}
