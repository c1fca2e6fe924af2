package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An alarm book in memory, for tests. It can be told to fail. */
public final class MemoryAlarmBook implements AlarmBook {
    private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();
    private final Set<JournalEntry> journal = new LinkedHashSet<>();
    private final Map<String, StreamPosition> positions = new LinkedHashMap<>();
    private boolean failing;

    public synchronized void failing(boolean value) {
        failing = value;
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
    public synchronized List<StreamPosition> positions() {
        return new ArrayList<>(positions.values());
    }

    @Override
    public synchronized void write(Collection<Alarm> changed, List<JournalEntry> entries) {
        if (failing) {
            throw new IllegalStateException("the book was told to fail");
        }
        changed.forEach(alarm -> alarms.put(alarm.id(), alarm));
        journal.addAll(entries);
    }

    @Override
    public synchronized void write(Collection<Alarm> changed, List<JournalEntry> entries, StreamPosition position) {
        write(changed, entries);
        positions.put(position.topic() + "/" + position.partition(), position);
    }

    private Stream<Alarm> newestFirst() {
        return alarms.values().stream()
                .sorted(Comparator.comparing(Alarm::openedAt).reversed().thenComparing(Alarm::id));
    }
}
