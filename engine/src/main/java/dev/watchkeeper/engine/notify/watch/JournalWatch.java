package dev.watchkeeper.engine.notify.watch;

import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.Router;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the alarms' journal tells into messages in the outbox. How far the journal is worked in is written in the same
 * transaction as the messages, so each line makes its messages exactly once, also when the process is killed anywhere:
 * an alarm that is committed is in the journal, and what is in the journal is told. Thread-safe; the journal must have one
 * writer at a time, so that its lines appear in the order of their numbers.
 */
public final class JournalWatch {
    private static final int BATCH = 500;

    private final WatchBook book;
    private final Supplier<NotifySettings> settings;
    private final InstantSource clock;
    private @Nullable FloodGauge gauge;

    /** Takes its place in the journal: the first of all behind what is there, every later one where the last one stood. */
    public JournalWatch(WatchBook book, Supplier<NotifySettings> settings, InstantSource clock) {
        this.book = book;
        this.settings = settings;
        this.clock = clock;
        book.state();
    }

    /**
     * Works in what happened since, and what is due by now.
     *
     * @return when something is due next, if nothing happens before
     */
    public synchronized Optional<Instant> step() {
        boolean more = true;
        while (more) {
            WatchState state = book.state();
            List<Happening> happenings = book.after(state.line(), BATCH);
            more = happenings.size() == BATCH;
            WatchStep step = begin(state);
            List<Pending> running = book.pending();
            happenings.forEach(happening -> step.take(happening, running));
            if (!more) {
                step.escalate(running);
                step.digest(book.held());
            }
            finish(state, step);
        }
        Instant now = clock.instant();
        Map<String, Instant> lastDigests = book.lastDigests();
        return Stream.concat(
                        book.pending().stream().map(Pending::due),
                        book.held().stream().map(held -> due(held, lastDigests, now)))
                .min(Instant::compareTo);
    }

    private Instant due(Held held, Map<String, Instant> lastDigests, Instant now) {
        NotifySettings current = settings.get();
        Instant last = lastDigests.get(held.recipient().channel());
        Instant next = last == null ? held.due() : last.plus(current.flood().interval());
        Instant quiet = new Router(current)
                .quietUntil(held.recipient(), held.notice().priority(), now)
                .orElse(held.due());
        return Stream.of(held.due(), next, quiet).max(Instant::compareTo).orElseThrow();
    }

    /** Tells a notice that does not come from the journal. One of the same id is told once. */
    public synchronized void tell(Notice notice) {
        WatchState state = book.state();
        WatchStep step = begin(state);
        step.tell(notice);
        finish(state, step);
    }

    /**
     * Tells notices that do not come from the journal and became known together; more than a few are held back for the summary that
     * the next {@link #step} makes of them. One of the same id is told once.
     */
    public synchronized void tellTogether(List<Notice> notices) {
        WatchState state = book.state();
        WatchStep step = begin(state);
        step.tellTogether(notices);
        finish(state, step);
    }

    private WatchStep begin(WatchState state) {
        NotifySettings current = settings.get();
        Instant now = clock.instant();
        FloodGauge known = gauge;
        FloodGauge next = known == null
                ? new FloodGauge(
                        current.flood(),
                        book.raisedSince(now.minus(current.flood().window()), state.line()),
                        state.floodSinceOrNull())
                : known.copy(current.flood());
        next.passed(now);
        return new WatchStep(book, current, next, state.line(), now);
    }

    private void finish(WatchState before, WatchStep step) {
        if (!step.changesNothing(before)) {
            book.write(step.changes());
        }
        // Not before it is written: a step that fails is taken again.
        gauge = step.flood();
    }
}
