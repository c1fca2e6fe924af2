package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.AlarmDefinitions;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.JournalCheck;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.JournalQuery;
import dev.watchkeeper.engine.alarm.JournalRecord;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.alarm.SuppressionChange;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A real alarm desk on a book in memory, into which alarms can also be put as they are to stand. */
public final class FakeAlarms implements AlarmControls {
    private final InstantSource clock;
    private final Assets assets;
    private final MemoryAlarmBook book = new MemoryAlarmBook();
    private final Map<AlarmSource, String> design = new LinkedHashMap<>();
    private final List<Consumer<Alarm>> listeners = new CopyOnWriteArrayList<>();
    private AlarmDesk desk;

    public FakeAlarms(InstantSource clock, Assets assets) {
        this.clock = clock;
        this.assets = assets;
        desk = newDesk();
    }

    private AlarmDesk newDesk() {
        AlarmDesk made = new AlarmDesk(
                book, assets, AlarmPolicy.STANDARD, AlarmDefinitions.NONE, now -> Map.copyOf(design), clock);
        var _ = made.onChange(alarm -> listeners.forEach(listener -> listener.accept(alarm)));
        return made;
    }

    /** Puts an alarm there, with the journal that its state implies. */
    public void put(Alarm alarm) {
        putAll(List.of(alarm));
        listeners.forEach(listener -> listener.accept(alarm));
    }

    /** Puts many there at once. */
    public synchronized void putAll(List<Alarm> alarms) {
        List<JournalEntry> journal = new ArrayList<>();
        for (Alarm alarm : alarms) {
            journal.add(new JournalEntry(
                    alarm.id(), alarm.raisedAt(), JournalEntry.Kind.RAISED, "watchkeeper", alarm.message()));
            alarm.acknowledgment()
                    .ifPresent(given -> journal.add(new JournalEntry(
                            alarm.id(), given.at(), JournalEntry.Kind.ACKNOWLEDGED, given.user(), given.note())));
            alarm.closedAt()
                    .ifPresent(at -> journal.add(
                            new JournalEntry(alarm.id(), at, JournalEntry.Kind.RETURNED, "watchkeeper", "")));
        }
        book.write(alarms, journal);
        desk = newDesk();
    }

    /** Lets the design logic suppress a source from now on. */
    public void suppressByDesign(AlarmSource source, String why) {
        design.put(source, why);
        desk().tick();
    }

    /** Whether nothing can be written any more. */
    public void failing(boolean value) {
        book.failing(value);
    }

    /** How many listen. */
    public int listeners() {
        return listeners.size();
    }

    /** Takes all alarms away. */
    public synchronized void clear() {
        book.clear();
        desk = newDesk();
    }

    public synchronized AlarmDesk desk() {
        return desk;
    }

    @Override
    public List<Alarm> current() {
        return desk().current();
    }

    @Override
    public List<Alarm> opened(TimeSpan span, int most) {
        return desk().opened(span, most);
    }

    @Override
    public Optional<Alarm> find(AlarmId id) {
        return desk().find(id);
    }

    @Override
    public List<JournalEntry> journal(AlarmId id) {
        return desk().journal(id);
    }

    @Override
    public Alarm acknowledge(AlarmId id, String user, String note) {
        return desk().acknowledge(id, user, note);
    }

    @Override
    public Subscription onChange(Consumer<Alarm> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Duration longestShelf() {
        return desk().longestShelf();
    }

    @Override
    public List<Suppression> suppressions() {
        return desk().suppressions();
    }

    @Override
    public List<SuppressionChange> suppressionChanges(TimeSpan span) {
        return desk().suppressionChanges(span);
    }

    @Override
    public List<Alarm> suppressed() {
        return desk().suppressed();
    }

    @Override
    public int acknowledgeAll(AssetId asset, String user, String note) {
        return desk().acknowledgeAll(asset, user, note);
    }

    @Override
    public Alarm reset(AlarmId id, String user, String note) {
        return desk().reset(id, user, note);
    }

    @Override
    public void shelve(AlarmSource source, boolean once, Instant until, String user, String why) {
        desk().shelve(source, once, until, user, why);
    }

    @Override
    public void unshelve(AlarmSource source, String user, String why) {
        desk().unshelve(source, user, why);
    }

    @Override
    public void takeOutOfService(AlarmSource source, String user, String why) {
        desk().takeOutOfService(source, user, why);
    }

    @Override
    public void takeOutOfService(AlarmSource source, Instant until, String user, String why) {
        desk().takeOutOfService(source, until, user, why);
    }

    @Override
    public void putBackInService(AlarmSource source, String user, String why) {
        desk().putBackInService(source, user, why);
    }

    @Override
    public Alarm assign(AlarmId id, String owner, String user) {
        return desk().assign(id, owner, user);
    }

    @Override
    public Alarm note(AlarmId id, String text, String user) {
        return desk().note(id, text, user);
    }

    @Override
    public List<JournalRecord> journal(JournalQuery query, int most) {
        return desk().journal(query, most);
    }

    @Override
    public JournalCheck checkJournal() {
        return desk().checkJournal();
    }
}
