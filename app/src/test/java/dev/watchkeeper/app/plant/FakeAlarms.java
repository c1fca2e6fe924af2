package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Alarms in memory, with the life cycle of real ones. */
public final class FakeAlarms implements Alarms {
    private final InstantSource clock;
    private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<Consumer<Alarm>> listeners = new CopyOnWriteArrayList<>();

    public FakeAlarms(InstantSource clock) {
        this.clock = clock;
    }

    /** Puts an alarm there, with the journal that its state implies. */
    public void put(Alarm alarm) {
        synchronized (this) {
            alarms.put(alarm.id(), alarm);
            journal.add(new JournalEntry(
                    alarm.id(), alarm.raisedAt(), JournalEntry.Kind.RAISED, "watchkeeper", alarm.message()));
            alarm.acknowledgment()
                    .ifPresent(given -> journal.add(new JournalEntry(
                            alarm.id(), given.at(), JournalEntry.Kind.ACKNOWLEDGED, given.user(), given.note())));
            alarm.closedAt()
                    .ifPresent(at -> journal.add(
                            new JournalEntry(alarm.id(), at, JournalEntry.Kind.RETURNED, "watchkeeper", "")));
        }
        listeners.forEach(listener -> listener.accept(alarm));
    }

    /** How many listen. */
    public int listeners() {
        return listeners.size();
    }

    /** Takes all alarms away. */
    public synchronized void clear() {
        alarms.clear();
        journal.clear();
    }

    @Override
    public synchronized List<Alarm> current() {
        return newestFirst().stream()
                .filter(alarm -> alarm.state() != AlarmState.NORMAL)
                .toList();
    }

    @Override
    public synchronized List<Alarm> opened(TimeSpan span, int most) {
        return newestFirst().stream()
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
        return journal.stream()
                .filter(entry -> entry.alarm().equals(id))
                .sorted(Comparator.comparing(JournalEntry::at))
                .toList();
    }

    @Override
    public Alarm acknowledge(AlarmId id, String user, String note) {
        Alarm acknowledged;
        synchronized (this) {
            Alarm alarm = find(id).orElseThrow(() -> new IllegalArgumentException("no alarm " + id));
            if (alarm.state().acknowledged()) {
                return alarm;
            }
            Alarm.Acknowledgment given = new Alarm.Acknowledgment(user, note, clock.instant());
            acknowledged =
                    with(alarm, alarm.state().active() ? AlarmState.ACTIVE_ACKNOWLEDGED : AlarmState.NORMAL, given);
            alarms.put(id, acknowledged);
            journal.add(new JournalEntry(id, clock.instant(), JournalEntry.Kind.ACKNOWLEDGED, user, note));
        }
        listeners.forEach(listener -> listener.accept(acknowledged));
        return acknowledged;
    }

    @Override
    public Subscription onChange(Consumer<Alarm> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private List<Alarm> newestFirst() {
        return alarms.values().stream()
                .sorted(Comparator.comparing(Alarm::openedAt).reversed())
                .toList();
    }

    private static Alarm with(Alarm alarm, AlarmState state, Alarm.Acknowledgment given) {
        return new Alarm(
                alarm.id(),
                alarm.asset(),
                alarm.rule(),
                alarm.message(),
                alarm.priority(),
                state,
                alarm.openedAt(),
                alarm.raisedAt(),
                alarm.closedAtOrNull(),
                alarm.window(),
                alarm.score(),
                alarm.contributions(),
                alarm.evidence(),
                alarm.guidance(),
                given);
    }
}
