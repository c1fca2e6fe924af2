package dev.watchkeeper.engine.alarm.rehearse;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmBatch;
import dev.watchkeeper.engine.alarm.AlarmBook;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.JournalCheck;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.alarm.SuppressionChange;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alarms of one rehearsal, in memory and gone with it; nothing of them is written to a journal. One thread. */
final class RehearsalBook implements AlarmBook {
    private static final Comparator<Alarm> NEWEST_FIRST =
            Comparator.comparing(Alarm::openedAt).reversed().thenComparing(Alarm::id);

    private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();

    @Override
    public List<Alarm> open() {
        return alarms.values().stream()
                .filter(alarm -> alarm.state() != AlarmState.NORMAL)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    @Override
    public List<Alarm> opened(TimeSpan span, int most) {
        return alarms.values().stream()
                .filter(alarm -> span.contains(alarm.openedAt()))
                .sorted(NEWEST_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Alarm> find(AlarmId id) {
        return Optional.ofNullable(alarms.get(id));
    }

    @Override
    public List<JournalEntry> journal(AlarmId id) {
        return List.of();
    }

    @Override
    public JournalCheck checkJournal() {
        throw new UnsupportedOperationException("a rehearsal keeps no journal");
    }

    @Override
    public List<Suppression> suppressions() {
        return List.of();
    }

    @Override
    public List<SuppressionChange> suppressionChanges(TimeSpan span) {
        return List.of();
    }

    @Override
    public List<StreamPosition> positions() {
        return List.of();
    }

    @Override
    public void write(AlarmBatch batch) {
        batch.alarms().forEach(alarm -> alarms.put(alarm.id(), alarm));
    }
}
