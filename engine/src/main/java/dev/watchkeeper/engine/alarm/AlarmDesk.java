package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where detections become alarms and users handle them: the one place where alarms change. Every change is in the book before
 * anybody hears of it; when the book fails, nothing has changed and the caller may try again.
 *
 * <p>Thread-safe. Changes are made one after the other under one lock, and listeners hear of them in that order while
 * the lock is held: a listener must be quick, and must not wait for a thread that changes alarms. One that throws is
 * logged and does not keep the others from hearing.
 *
 * <p>What the clock ends or brings back (shelves, re-alarms, suppression by design) happens in {@link #tick}.
 */
public final class AlarmDesk implements AlarmControls {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmDesk.class);
    private static final Comparator<Alarm> NEWEST_FIRST =
            Comparator.comparing(Alarm::openedAt).reversed().thenComparing(Alarm::id);

    private final AlarmBook book;
    private final AlarmPolicy policy;
    private final AlarmDefinitions definitions;
    private final DesignLogic design;
    private final AlarmWording wording;
    private final InstantSource clock;
    private final List<Consumer<Alarm>> listeners = new CopyOnWriteArrayList<>();
    private final Object changing = new Object();
    private final Map<AlarmId, Alarm> open = new HashMap<>();
    private SuppressionShelf shelf;
    private volatile Shown shown;

    private record Shown(List<Alarm> current, List<Alarm> suppressed, List<Suppression> suppressions) {}

    /** Takes up the alarms that are open in the book; nothing is laid down for any source. */
    public AlarmDesk(AlarmBook book, Assets assets, AlarmPolicy policy, InstantSource clock) {
        this(book, assets, policy, AlarmDefinitions.NONE, DesignLogic.NONE, clock);
    }

    /** Takes up the alarms that are open in the book, and what is suppressed. */
    public AlarmDesk(
            AlarmBook book,
            Assets assets,
            AlarmPolicy policy,
            AlarmDefinitions definitions,
            DesignLogic design,
            InstantSource clock) {
        this.book = book;
        this.policy = policy;
        this.definitions = definitions;
        this.design = design;
        this.clock = clock;
        wording = new AlarmWording(assets, policy.usualTimeToRespond());
        for (Alarm alarm : book.open()) {
            open.put(alarm.id(), alarm);
        }
        shelf = new SuppressionShelf(book.suppressions());
        shown = look();
    }

    /**
     * Works in detections of one partition, in the order given. Those worked in before change nothing, so a batch may
     * come twice, or overlap with one before.
     *
     * @param position behind the last of them
     */
    public void accept(List<Detection> batch, StreamPosition position) {
        step(position, step -> batch.forEach(detection -> take(step, detection)));
    }

    /** Works in detections that come from no stream. Those worked in before change nothing. */
    public void accept(List<Detection> batch) {
        step(null, step -> batch.forEach(detection -> take(step, detection)));
    }

    /**
     * Lets time pass: ends shelves whose time is over, suppresses what the design logic wants suppressed, and raises again what
     * was acknowledged too long ago. To be called every second or so; a call in between changes nothing.
     */
    public void tick() {
        step(null, step -> {
            step.suppress(step.due(design.suppressed(step.now())));
            for (Alarm alarm : step.touched()) {
                step.apply(AlarmSource.of(alarm), alarm, new AlarmEvent.Ticked(step.now()));
            }
        });
    }

    /** How far the detections of each partition are worked in. */
    public List<StreamPosition> positions() {
        return book.positions();
    }

    @Override
    public Alarm acknowledge(AlarmId id, String user, String note) {
        return handle(id, user, now -> new AlarmEvent.Acknowledged(user, note, now));
    }

    @Override
    public int acknowledgeAll(AssetId asset, String user, String note) {
        requireUser(user, "an acknowledgment of all alarms of " + asset);
        int[] count = {0};
        step(null, step -> {
            for (Alarm alarm : step.touched()) {
                if (alarm.asset().equals(asset)
                        && !alarm.suppressed()
                        && !alarm.state().acknowledged()) {
                    step.apply(AlarmSource.of(alarm), alarm, new AlarmEvent.Acknowledged(user, note, step.now()));
                    count[0]++;
                }
            }
        });
        return count[0];
    }

    @Override
    public Alarm reset(AlarmId id, String user, String note) {
        return handle(id, user, now -> new AlarmEvent.Reset(user, note, now));
    }

    @Override
    public Alarm assign(AlarmId id, String owner, String user) {
        return handle(id, user, now -> new AlarmEvent.Assigned(user, owner, now));
    }

    @Override
    public Alarm note(AlarmId id, String text, String user) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note on alarm " + id + " says nothing");
        }
        return handle(id, user, now -> new AlarmEvent.Noted(user, text, now));
    }

    @Override
    public void shelve(AlarmSource source, boolean once, Instant until, String user, String why) {
        Instant now = clock.instant();
        Duration length = Duration.between(now, until);
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("shelving " + source + " ends " + until + ", which is over already");
        }
        if (length.compareTo(policy.longestShelf()) > 0) {
            throw new IllegalArgumentException("shelving " + source + " for " + length + " is longer than the most of "
                    + policy.longestShelf() + "; take it out of service instead");
        }
        suppress(source, once ? SuppressionTrigger.SHELVE_ONCE : SuppressionTrigger.SHELVE, user, why, until);
    }

    @Override
    public void unshelve(AlarmSource source, String user, String why) {
        suppress(source, SuppressionTrigger.UNSHELVE, user, why, null);
    }

    @Override
    public void takeOutOfService(AlarmSource source, String user, String why) {
        suppress(source, SuppressionTrigger.TAKE_OUT_OF_SERVICE, user, why, null);
    }

    @Override
    public void takeOutOfService(AlarmSource source, Instant until, String user, String why) {
        suppress(source, SuppressionTrigger.TAKE_OUT_OF_SERVICE, user, why, until);
    }

    @Override
    public void putBackInService(AlarmSource source, String user, String why) {
        suppress(source, SuppressionTrigger.PUT_BACK_IN_SERVICE, user, why, null);
    }

    @Override
    public Duration longestShelf() {
        return policy.longestShelf();
    }

    @Override
    public List<Suppression> suppressions() {
        return shown.suppressions;
    }

    @Override
    public List<SuppressionChange> suppressionChanges(TimeSpan span) {
        return book.suppressionChanges(span);
    }

    @Override
    public List<Alarm> suppressed() {
        return shown.suppressed;
    }

    @Override
    public List<Alarm> current() {
        return shown.current;
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
    public List<JournalRecord> journal(JournalQuery query, int most) {
        return book.journal(query, most);
    }

    @Override
    public JournalCheck checkJournal() {
        return book.checkJournal();
    }

    @Override
    public Subscription onChange(Consumer<Alarm> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void take(AlarmStep step, Detection detection) {
        AlarmId id = AlarmLogic.idOf(detection);
        AlarmSource source = new AlarmSource(detection.asset(), detection.rule());
        AlarmDefinition definition = definition(source);
        Alarm before = knownOrNull(step, id);
        boolean wanted = definition.enabled() && !(detection.falseAlarmsPerDay() > definition.rarestPerDay());
        if (before == null && !wanted) {
            return;
        }
        Guidance guidance = definition.guidance().orElseGet(() -> wording.guidance(detection));
        step.apply(
                source,
                before,
                new AlarmEvent.Detected(
                        detection,
                        definition.priority().orElseGet(() -> policy.priority(detection, guidance)),
                        guidance,
                        definition.message().orElseGet(() -> wording.message(detection)),
                        step.now(),
                        step.covering(source)));
    }

    private AlarmDefinition definition(AlarmSource source) {
        return definitions.of(source).orElseGet(() -> AlarmDefinition.usual(new AlarmTraits(policy.latching(), null)));
    }

    private Alarm handle(AlarmId id, String user, Function<Instant, AlarmEvent> event) {
        requireUser(user, "what is done to alarm " + id);
        Alarm[] after = new Alarm[1];
        step(null, step -> {
            Alarm before = knownOrNull(step, id);
            if (before == null) {
                throw new IllegalArgumentException("there is no alarm " + id);
            }
            step.apply(AlarmSource.of(before), before, event.apply(step.now()));
            Alarm changed = step.changedOrNull(id);
            after[0] = changed == null ? before : changed;
        });
        return after[0];
    }

    private void suppress(
            AlarmSource source, SuppressionTrigger trigger, String user, String why, @Nullable Instant until) {
        requireUser(user, "what is done to " + source);
        if (why.isBlank()) {
            throw new IllegalArgumentException("what is done to " + source + " gives no reason");
        }
        step(
                null,
                step -> step.shelf()
                        .change(source, trigger, user, why, step.now(), until)
                        .ifPresent(change -> step.suppress(List.of(change))));
    }

    private void step(@Nullable StreamPosition position, Consumer<AlarmStep> work) {
        synchronized (changing) {
            AlarmStep step = new AlarmStep(
                    open, source -> new AlarmLogic(definition(source).traits()), shelf, clock.instant());
            work.accept(step);
            AlarmBatch batch = step.batch(position);
            if (batch.isEmpty()) {
                return;
            }
            book.write(batch);
            shelf = step.shelf();
            publish(batch.alarms());
        }
    }

    private @Nullable Alarm knownOrNull(AlarmStep step, AlarmId id) {
        Alarm changed = step.changedOrNull(id);
        if (changed != null) {
            return changed;
        }
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
        shown = look();
        for (Alarm alarm : changed) {
            for (Consumer<Alarm> listener : listeners) {
                tell(listener, alarm);
            }
        }
    }

    private Shown look() {
        List<Alarm> sorted = open.values().stream().sorted(NEWEST_FIRST).toList();
        return new Shown(
                sorted.stream().filter(alarm -> !alarm.suppressed()).toList(),
                sorted.stream().filter(Alarm::suppressed).toList(),
                shelf.all());
    }

    private static void requireUser(String user, String what) {
        if (user.isBlank()) {
            throw new IllegalArgumentException(what + " names no user");
        }
    }

    private static void tell(Consumer<Alarm> listener, Alarm alarm) {
        try {
            listener.accept(alarm);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on alarm {}", alarm.id(), e);
        }
    }
}
