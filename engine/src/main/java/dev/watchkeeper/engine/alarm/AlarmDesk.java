package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where detections become alarms and operators acknowledge them. Every change is in the book before anybody hears of it;
 * when the book fails, nothing has changed and the caller may try again.
 *
 * <p>Thread-safe. Changes are made one after the other under one lock, and listeners hear of them in that order while
 * the lock is held: a listener must be quick, and must not wait for a thread that changes alarms. One that throws is
 * logged and does not keep the others from hearing.
 */
public final class AlarmDesk implements Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmDesk.class);
    private static final Comparator<Alarm> NEWEST_FIRST =
            Comparator.comparing(Alarm::openedAt).reversed().thenComparing(Alarm::id);

    private final AlarmBook book;
    private final AlarmPolicy policy;
    private final AlarmLogic logic;
    private final AlarmWording wording;
    private final InstantSource clock;
    private final List<Consumer<Alarm>> listeners = new CopyOnWriteArrayList<>();
    private final Object changing = new Object();
    private final Map<AlarmId, Alarm> open = new HashMap<>();
    private volatile List<Alarm> current;

    /** Takes up the alarms that are open in the book. */
    public AlarmDesk(AlarmBook book, Assets assets, AlarmPolicy policy, InstantSource clock) {
        this.book = book;
        this.policy = policy;
        this.clock = clock;
        logic = new AlarmLogic(policy.latching());
        wording = new AlarmWording(assets, policy.usualTimeToRespond());
        for (Alarm alarm : book.open()) {
            open.put(alarm.id(), alarm);
        }
        current = sorted(open.values());
    }

    /**
     * Works in detections of one partition, in the order given. Those worked in before change nothing, so a batch may
     * come twice, or overlap with one before.
     *
     * @param position behind the last of them
     */
    public void accept(List<Detection> batch, StreamPosition position) {
        accept(batch, (changed, entries) -> book.write(changed, entries, position));
    }

    /** Works in detections that come from no stream. Those worked in before change nothing. */
    public void accept(List<Detection> batch) {
        accept(batch, book::write);
    }

    private void accept(List<Detection> batch, BiConsumer<Collection<Alarm>, List<JournalEntry>> writing) {
        synchronized (changing) {
            Instant now = clock.instant();
            Map<AlarmId, Alarm> changed = new LinkedHashMap<>();
            List<JournalEntry> entries = new ArrayList<>();
            for (Detection detection : batch) {
                AlarmId id = AlarmLogic.idOf(detection);
                Alarm before = changed.containsKey(id) ? changed.get(id) : knownOrNull(id);
                AlarmChange change = logic.apply(before, event(detection, now));
                if (change.changed()) {
                    changed.put(id, change.alarm());
                    entries.addAll(change.entries());
                }
            }
            writing.accept(changed.values(), entries);
            publish(changed.values());
        }
    }

    /** How far the detections of each partition are worked in. */
    public List<StreamPosition> positions() {
        return book.positions();
    }

    @Override
    public Alarm acknowledge(AlarmId id, String user, String note) {
        synchronized (changing) {
            Alarm before = knownOrNull(id);
            if (before == null) {
                throw new IllegalArgumentException("there is no alarm " + id);
            }
            if (user.isBlank()) {
                throw new IllegalArgumentException("an acknowledgment of alarm " + id + " names no user");
            }
            AlarmChange change = logic.apply(before, new AlarmEvent.Acknowledged(user, note, clock.instant()));
            if (change.changed()) {
                List<Alarm> changed = List.of(change.alarm());
                book.write(changed, change.entries());
                publish(changed);
            }
            return change.alarm();
        }
    }

    @Override
    public List<Alarm> current() {
        return current;
    }

    @Override
    public List<Alarm> opened(TimeSpan span, int most) {
        return book.opened(span, most);
    }

    @Override
    public Optional<Alarm> find(AlarmId id) {
        return book.find(id);
    }

    @Override
    public List<JournalEntry> journal(AlarmId id) {
        return book.journal(id);
    }

    @Override
    public Subscription onChange(Consumer<Alarm> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private AlarmEvent event(Detection detection, Instant now) {
        Guidance guidance = wording.guidance(detection);
        return new AlarmEvent.Detected(
                detection, policy.priority(detection, guidance), guidance, wording.message(detection), now);
    }

    private @Nullable Alarm knownOrNull(AlarmId id) {
        Alarm known = open.get(id);
        return known != null ? known : book.find(id).orElse(null);
    }

    private void publish(Collection<Alarm> changed) {
        for (Alarm alarm : changed) {
            if (alarm.state() == AlarmState.NORMAL) {
                open.remove(alarm.id());
            } else {
                open.put(alarm.id(), alarm);
            }
        }
        current = sorted(open.values());
        for (Alarm alarm : changed) {
            for (Consumer<Alarm> listener : listeners) {
                tell(listener, alarm);
            }
        }
    }

    private static void tell(Consumer<Alarm> listener, Alarm alarm) {
        try {
            listener.accept(alarm);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on alarm {}", alarm.id(), e);
        }
    }

    private static List<Alarm> sorted(Collection<Alarm> alarms) {
        return alarms.stream().sorted(NEWEST_FIRST).toList();
    }
}
