package dev.watchkeeper.engine.notify.watch;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alarms' journal to be read line by line, and what the watch over it has to remember. Thread-safe; what it holds
 * survives a kill.
 */
public interface WatchBook {
    /** Where the watch stands; at first at the end of the journal, for what happened before anybody asked is not told. */
    WatchState state();

    /** Lines of the journal behind one, in their order, at most {@code most}. */
    List<Happening> after(long line, int most);

    /** When alarms were raised since a moment, up to a line of the journal, in order. */
    List<Instant> raisedSince(Instant moment, long upToLine);

    Optional<Alarm> alarm(AlarmId id);

    /** The priority at which an alarm was last told; empty when it never was. */
    Optional<Priority> told(AlarmId id);

    List<Held> held();

    List<Pending> pending();

    /** When each channel last had a digest. */
    Map<String, Instant> lastDigests();

    /** Writes all of it, or on failure nothing. Messages that are in the outbox already are not written again. */
    void write(WatchChanges changes);
}
