package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmBatch;
import dev.watchkeeper.engine.alarm.AlarmBook;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.JournalCheck;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.JournalQuery;
import dev.watchkeeper.engine.alarm.JournalRecord;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.alarm.SuppressionChange;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Alarms, journal and suppressions in memory. It can be told to fail. */
final class MemoryAlarmBook implements AlarmBook {
    private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();
    private final Set<JournalEntry> journal = new LinkedHashSet<>();
    private final Map<String, Suppression> suppressions = new LinkedHashMap<>();
    private final List<SuppressionChange> changes = new ArrayList<>();
    private boolean failing;

    synchronized void failing(boolean value) {
        failing = value;
    }

    synchronized void clear() {
        alarms.clear();
        journal.clear();
        suppressions.clear();
    }

    @Override
    public synchronized List<Alarm> open() {
        return newestFirst().filter(alarm -> alarm.state() != AlarmState.NORMAL).toList();
    }

    @Override
    public synchronized List<Alarm> opened(TimeSpan span, int most) {
        return newestFirst()
                .filter(alarm -> span.contains(alarm.openedAt()))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<Alarm> find(AlarmId id) {
        return Optional.ofNullable(alarms.get(id));
    }

    @Override
    public synchronized List<JournalEntry> journal(AlarmId id) {
        return journal.stream().filter(entry -> entry.alarm().equals(id)).toList();
    }

    @Override
    public synchronized List<JournalRecord> journal(JournalQuery query, int most) {
        List<JournalRecord> lines = new ArrayList<>();
        for (JournalEntry entry : journal) {
            Alarm alarm = Objects.requireNonNull(alarms.get(entry.alarm()));
            lines.addFirst(new JournalRecord(entry, alarm.asset(), alarm.message()));
        }
        return lines.stream()
                .filter(query::admits)
                .sorted(Comparator.comparing(
                                (JournalRecord line) -> line.entry().at())
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public synchronized JournalCheck checkJournal() {
        return JournalCheck.intact(journal.size());
    }

    @Override
    public synchronized List<Suppression> suppressions() {
        return List.copyOf(suppressions.values());
    }

    @Override
    public synchronized List<SuppressionChange> suppressionChanges(TimeSpan span) {
        return changes.stream().filter(change -> span.contains(change.at())).toList();
    }

    @Override
    public List<StreamPosition> positions() {
        return List.of();
    }

    @Override
    public synchronized void write(AlarmBatch batch) {
        if (failing) {
            throw new IllegalStateException("the disk is full");
        }
        batch.alarms().forEach(alarm -> alarms.put(alarm.id(), alarm));
        journal.addAll(batch.entries());
        for (SuppressionChange change : batch.suppressions()) {
            changes.add(change);
            String place = change.source() + " " + change.trigger().slot();
            change.now().ifPresentOrElse(now -> suppressions.put(place, now), () -> suppressions.remove(place));
        }
    }

    private Stream<Alarm> newestFirst() {
        return alarms.values().stream()
                .sorted(Comparator.comparing(Alarm::openedAt).reversed());
    }
}
