package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where alarms, their journal and the stream position up to which detections are worked in are kept, so that they
 * survive a restart together. Thread-safe.
 */
public interface AlarmBook {
    /** Every alarm that is not over, the newest first. */
    List<Alarm> open();

    /** The alarms that opened in a span of event time, the newest first, at most {@code most}. */
    List<Alarm> opened(TimeSpan span, int most);

    Optional<Alarm> find(AlarmId id);

    /** What happened to an alarm, in the order in which it was written. */
    List<JournalEntry> journal(AlarmId id);

    /** Lines of the whole journal, the newest first, at most {@code most}. */
    List<JournalRecord> journal(JournalQuery query, int most);

    /** Whether the whole journal is as it was written. Reads all of it. */
    JournalCheck checkJournal();

    /** What is suppressed, in whichever way. */
    List<Suppression> suppressions();

    /** What was suppressed and let go in a span of clock time, in the order in which it was written. */
    List<SuppressionChange> suppressionChanges(TimeSpan span);

    /** For each partition how far its detections are worked in. */
    List<StreamPosition> positions();

    /**
     * Writes alarms as they now stand, adds entries to the journal, puts changes of suppressions in place and on record, and
     * notes how far the stream is worked in, even where that lies further back: all of it, or on failure nothing. When it
     * returns, it survives the end of the process. An entry that is in the journal already is not added again.
     */
    void write(AlarmBatch batch);

    /** Writes alarms and journal entries alone. */
    default void write(Collection<Alarm> alarms, List<JournalEntry> entries) {
        write(new AlarmBatch(alarms, entries, List.of(), null));
    }

    /** Writes alarms and journal entries, and how far the stream is worked in. */
    default void write(Collection<Alarm> alarms, List<JournalEntry> entries, StreamPosition position) {
        write(new AlarmBatch(alarms, entries, List.of(), position));
    }
}
