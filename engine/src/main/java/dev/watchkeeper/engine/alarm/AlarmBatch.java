package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.wire.StreamPosition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written in one transaction.
 *
 * @param alarms as they now stand
 * @param positionOrNull how far the stream is worked in with it; null where it has nothing to do with the stream
 */
public record AlarmBatch(
        Collection<Alarm> alarms,
        List<JournalEntry> entries,
        List<SuppressionChange> suppressions,
        @Nullable StreamPosition positionOrNull) {
    public AlarmBatch {
        alarms = List.copyOf(alarms);
        entries = List.copyOf(entries);
        suppressions = List.copyOf(suppressions);
    }

    public Optional<StreamPosition> position() {
        return Optional.ofNullable(positionOrNull);
    }

    boolean isEmpty() {
        return alarms.isEmpty() && entries.isEmpty() && suppressions.isEmpty() && positionOrNull == null;
    }
}
