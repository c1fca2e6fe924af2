package dev.watchkeeper.engine.notify.watch;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one step of the watch changes, to be written together.
 *
 * @param messages for the outbox
 * @param hold notices to be held back
 * @param release notices that are held back no longer, by notice and recipient
 * @param told priorities at which alarms are told now
 * @param escalate escalations as they now stand, in place of those of the same alarm and chain
 * @param settled alarms that nobody has to be told of any more: their escalations end, and messages that nobody has
 *     acknowledged them are withdrawn
 * @param ended escalations that have nothing left to do
 * @param digests when channels were given a digest
 */
public record WatchChanges(
        WatchState state,
        List<OutboxItem> messages,
        List<Held> hold,
        List<Held> release,
        Map<AlarmId, Priority> told,
        List<Pending> escalate,
        List<Pending> ended,
        Set<AlarmId> settled,
        Map<String, Instant> digests) {}
