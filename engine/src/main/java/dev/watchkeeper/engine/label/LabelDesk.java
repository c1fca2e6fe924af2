package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people's answers are taken in. Every change is in the book before anybody hears of it; when the book fails, nothing
 * has changed.
 *
 * <p>Thread-safe. Changes of one process are made one after the other under one lock, and listeners hear of them in that
 * order while it is held. A listener that throws is logged and does not keep the others from hearing.
 */
public final class LabelDesk implements Labels {
    private static final Logger LOG = LoggerFactory.getLogger(LabelDesk.class);

    private final LabelBook book;
    private final InstantSource clock;
    private final List<Consumer<LabelChange>> listeners = new CopyOnWriteArrayList<>();
    private final Object changing = new Object();

    public LabelDesk(LabelBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Label put(LabelSubject subject, LabelKind kind, String reason, String user) {
        Label given = new Label(subject, kind, reason, user, clock.instant());
        synchronized (changing) {
            Optional<LabelChange> added = book.append(
                    given.id(),
                    record -> LabelHistory.counting(record)
                                    .filter(counting -> sameAnswer(counting, given))
                                    .isPresent()
                            ? Optional.empty()
                            : Optional.of(LabelChange.put(given)));
            added.ifPresent(this::tell);
            return added.isPresent() ? given : book.find(given.id()).orElse(given);
        }
    }

    @Override
    public Optional<Label> undo(Label answer, String user) {
        Instant now = clock.instant();
        if (user.isBlank()) {
            throw new IllegalArgumentException("who takes back label " + answer.id() + " is not named");
        }
        synchronized (changing) {
            book.append(
                            answer.id(),
                            record -> LabelHistory.counting(record)
                                    .filter(answer::equals)
                                    .map(counting -> LabelChange.undone(counting, user, now)))
                    .ifPresent(this::tell);
            return book.find(answer.id());
        }
    }

    private static boolean sameAnswer(Label one, Label other) {
        return one.subject().equals(other.subject())
                && one.kind() == other.kind()
                && one.reason().equals(other.reason());
    }

    @Override
    public Optional<Label> find(LabelId id) {
        return book.find(id);
    }

    @Override
    public Optional<Label> ofAlarm(AlarmId alarm) {
        return book.find(LabelSubject.idOf(alarm));
    }

    @Override
    public Map<AlarmId, Label> ofAlarms(Collection<AlarmId> alarms) {
        Map<AlarmId, Label> labels = new HashMap<>();
        for (Label label : book.ofAlarms(alarms)) {
            label.alarm().ifPresent(alarm -> labels.put(alarm, label));
        }
        return labels;
    }

    @Override
    public List<Label> of(AssetId asset, TimeSpan span) {
        return book.of(asset, span);
    }

    @Override
    public List<Label> all(TimeSpan span) {
        return book.all(span);
    }

    @Override
    public List<LabelChange> history(LabelId id) {
        return book.changes(id);
    }

    @Override
    public List<LabelChange> newest(int most) {
        return book.newest(most);
    }

    @Override
    public Subscription onChange(Consumer<LabelChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(LabelChange change) {
        for (Consumer<LabelChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.error("a listener failed on label {}", change.label().id(), e);
            }
        }
    }
}
