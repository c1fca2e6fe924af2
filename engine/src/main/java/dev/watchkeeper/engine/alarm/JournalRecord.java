package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.signal.AssetId;

/**
 * A line of the whole journal, with what one wants to know of its alarm.
 *
 * @param message of the alarm
 */
public record JournalRecord(JournalEntry entry, AssetId asset, String message) {}
