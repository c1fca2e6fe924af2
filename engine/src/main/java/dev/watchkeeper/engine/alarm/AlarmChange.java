package dev.watchkeeper.engine.alarm;

import java.util.List;

/**
 * What an event made of an alarm.
 *
 * @param alarm as it now stands
 * @param changed whether it differs from what it was
 * @param entries what is to be written in the journal; empty when nothing changed that a person would want to know
 */
public record AlarmChange(Alarm alarm, boolean changed, List<JournalEntry> entries) {
    public AlarmChange {
        entries = List.copyOf(entries);
    }
}
