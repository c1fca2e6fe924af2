package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.alarm.SuppressionChange;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Alarms with a shelf. What it does not do it refuses. */
public final class FakeControls implements AlarmControls {
    private final Alarms alarms;
    private final InstantSource clock;
    private final List<Suppression> shelf = new ArrayList<>();

    public FakeControls(Alarms alarms, InstantSource clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public Duration longestShelf() {
        return Duration.ofHours(8);
    }

    @Override
    public synchronized List<Suppression> suppressions() {
        return List.copyOf(shelf);
    }

    @Override
    public List<SuppressionChange> suppressionChanges(TimeSpan span) {
        return List.of();
    }

    @Override
    public List<Alarm> suppressed() {
        return List.of();
    }

    @Override
    public int acknowledgeAll(AssetId asset, String user, String note) {
        List<Alarm> open = current().stream()
                .filter(alarm -> alarm.asset().equals(asset) && !alarm.state().acknowledged())
                .toList();
        open.forEach(alarm -> acknowledge(alarm.id(), user, note));
        return open.size();
    }

    @Override
    public Alarm reset(AlarmId id, String user, String note) {
        throw new IllegalArgumentException("nothing is latched here");
    }

    @Override
    public synchronized void shelve(AlarmSource source, boolean once, Instant until, String user, String why) {
        shelf.add(new Suppression(source, Suppression.Kind.SHELVED, user, why, clock.instant(), until));
    }

    @Override
    public synchronized void unshelve(AlarmSource source, String user, String why) {
        shelf.removeIf(one -> one.source().equals(source));
    }

    @Override
    public void takeOutOfService(AlarmSource source, String user, String why) {
        throw new IllegalArgumentException("nothing goes out of service here");
    }

    @Override
    public void takeOutOfService(AlarmSource source, Instant until, String user, String why) {
        throw new IllegalArgumentException("nothing goes out of service here");
    }

    @Override
    public void putBackInService(AlarmSource source, String user, String why) {
        throw new IllegalArgumentException("nothing is out of service here");
    }

    @Override
    public Alarm assign(AlarmId id, String owner, String user) {
        throw new IllegalArgumentException("nobody owns alarms here");
    }

    @Override
    public Alarm note(AlarmId id, String text, String user) {
        throw new IllegalArgumentException("no notes are taken here");
    }

    @Override
    public List<Alarm> current() {
        return alarms.current();
    }

    @Override
    public List<Alarm> opened(TimeSpan span, int most) {
        return alarms.opened(span, most);
    }

    @Override
    public Optional<Alarm> find(AlarmId id) {
        return alarms.find(id);
    }

    @Override
    public List<JournalEntry> journal(AlarmId id) {
        return alarms.journal(id);
    }

    @Override
    public Alarm acknowledge(AlarmId id, String user, String note) {
        return alarms.acknowledge(id, user, note);
    }

    @Override
    public Subscription onChange(Consumer<Alarm> listener) {
        return alarms.onChange(listener);
    }
}
