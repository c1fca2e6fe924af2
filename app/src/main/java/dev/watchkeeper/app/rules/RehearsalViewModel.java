package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.rehearse.NothingToRehearseException;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsal;
import dev.watchkeeper.engine.alarm.rehearse.RehearsalMonitor;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a rule on the past, in the background, one rehearsal at a time. UI thread. */
public final class RehearsalViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(RehearsalViewModel.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final RulePorts ports;
    private final ScreenContext context;
    private final RehearsalPictures pictures;
    private final ObjectProperty<RehearsalSpan> span = new SimpleObjectProperty<>(RehearsalSpan.DAY);
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<RehearsalState> state = new ReadOnlyObjectWrapper<>(new RehearsalState.None());
    private @Nullable Attempt running;

    RehearsalViewModel(RulePorts ports, ScreenContext context) {
        this.ports = ports;
        this.context = context;
        pictures = new RehearsalPictures(ports);
        Instant now = context.clock().instant();
        from.set(typed(now.minus(RehearsalSpan.DAY.length())));
        to.set(typed(now));
    }

    /** Takes over progress until the subscription is closed, which also cancels what is under way. */
    Subscription attach() {
        Subscription beat = context.pulse().every(LOOK, this::look);
        return () -> {
            beat.close();
            cancel();
        };
    }

    ObjectProperty<RehearsalSpan> spanProperty() {
        return span;
    }

    /** The start of a chosen span, as {@code 2026-03-17 02:00} in the zone of the screens. */
    StringProperty fromProperty() {
        return from;
    }

    StringProperty toProperty() {
        return to;
    }

    ReadOnlyObjectProperty<RehearsalState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is wrong with the chosen span; empty when nothing is. */
    String spanProblem() {
        if (span.get() != RehearsalSpan.CHOSEN) {
            return "";
        }
        Optional<Instant> start = read(from.get());
        Optional<Instant> end = read(to.get());
        if (start.isEmpty() || end.isEmpty()) {
            return "Give both ends such as " + typed(context.clock().instant()) + ".";
        }
        if (!start.get().isBefore(end.get())) {
            return "Let it end after it begins.";
        }
        return start.get().isBefore(context.clock().instant()) ? "" : "Let it begin before now.";
    }

    /** Rehearses a rule over the span; what was under way is given up. */
    void start(AlarmRule rule) {
        if (!spanProblem().isEmpty()) {
            return;
        }
        cancel();
        Attempt attempt = new Attempt(asIfOn(rule), wanted());
        running = attempt;
        state.set(new RehearsalState.Running(0));
        context.background().execute(attempt);
    }

    void cancel() {
        Attempt attempt = running;
        if (attempt != null) {
            attempt.cancelled = true;
            running = null;
            state.set(new RehearsalState.Cancelled());
        }
    }

    /** Whether there is a result, and it is of this rule: other words for the operator change nothing in it. */
    boolean isOf(AlarmRule rule) {
        return state.get() instanceof RehearsalState.Ready ready
                && ready.rehearsal().rule().condition().equals(rule.condition())
                && ready.rehearsal().rule().priority() == rule.priority()
                && ready.rehearsal().rule().traits().equals(rule.traits());
    }

    private void look() {
        Attempt attempt = running;
        if (attempt != null && state.get() instanceof RehearsalState.Running(double shown) && attempt.done > shown) {
            state.set(new RehearsalState.Running(attempt.done));
        }
    }

    private TimeSpan wanted() {
        Instant now = context.clock().instant();
        if (span.get() == RehearsalSpan.CHOSEN) {
            return new TimeSpan(read(from.get()).orElse(now), read(to.get()).orElse(now));
        }
        return TimeSpan.before(now, span.get().length());
    }

    private Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), TYPED)
                    .atZone(context.formats().zone())
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String typed(Instant moment) {
        return TYPED.format(moment.atZone(context.formats().zone()));
    }

    private static AlarmRule asIfOn(AlarmRule rule) {
        return new AlarmRule(rule.condition(), rule.priority(), rule.guidance(), rule.traits(), true);
    }

    /** One rehearsal; written to by the background, looked at by the UI thread. */
    private final class Attempt implements Runnable, RehearsalMonitor {
        private final AlarmRule rule;
        private final TimeSpan over;
        private volatile double done;
        private volatile boolean cancelled;

        Attempt(AlarmRule rule, TimeSpan over) {
            this.rule = rule;
            this.over = over;
        }

        @Override
        public void progress(double share) {
            done = share;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        @Override
        public void run() {
            if (cancelled) {
                return;
            }
            RehearsalState result = result();
            context.ui().execute(() -> {
                if (!cancelled) {
                    running = null;
                    state.set(result);
                }
            });
        }

        private RehearsalState result() {
            try {
                Rehearsal rehearsal = ports.rehearsals().rehearse(rule, over, this);
                return new RehearsalState.Ready(rehearsal, pictures.of(rehearsal));
            } catch (CancellationException e) {
                return new RehearsalState.Cancelled();
            } catch (NothingToRehearseException e) {
                return new RehearsalState.Failed(context.formats()
                        .localized(
                                String.valueOf(e.getMessage()), context.clock().instant()));
            } catch (RuntimeException e) {
                LOG.error("Rule {} could not be rehearsed", rule.id(), e);
                return new RehearsalState.Failed(
                        "The rehearsal failed: " + e.getMessage() + ". Try a shorter span; the log has the cause.");
            }
        }
    }
}
