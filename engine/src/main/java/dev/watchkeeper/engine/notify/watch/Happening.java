package dev.watchkeeper.engine.notify.watch;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.JournalEntry;

/**
 * A line of the alarms' journal with the alarm as it stands by now.
 *
 * @param line its number; later lines have greater ones
 */
public record Happening(long line, JournalEntry entry, Alarm alarm) {}
