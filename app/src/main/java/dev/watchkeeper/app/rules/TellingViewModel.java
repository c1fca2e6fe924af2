package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who would be told of a rule's alarms, and a test message to the first of them. UI thread. */
public final class TellingViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(TellingViewModel.class);

    private final RulePorts ports;
    private final ScreenContext context;
    private final ToldReader reader;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(Told.UNKNOWN);
    private final ReadOnlyObjectWrapper<Trial> trial = new ReadOnlyObjectWrapper<>(Trial.NONE);
    private ToldReader.@Nullable Question asked;
    private @Nullable Loader<Told> loader;

    /**
     * Where a test message stands.
     *
     * @param answer the server's, or that it is waited for; empty before the first test
     */
    record Trial(boolean sending, boolean sent, String answer) {
        static final Trial NONE = new Trial(false, false, "");
    }

    TellingViewModel(RulePorts ports, ScreenContext context) {
        this.ports = ports;
        this.context = context;
        reader = new ToldReader(ports.telling());
    }

    Subscription attach() {
        Loader<Told> next = new Loader<>("Who is told", context.background(), context.ui(), this::publish);
        loader = next;
        load();
        return () -> {
            next.close();
            loader = null;
        };
    }

    ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Trial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /** Asks who would be told of a rule; of none, nobody is. */
    void show(Optional<AlarmRule> rule) {
        ToldReader.Question next = rule.map(ToldReader.Question::of).orElse(null);
        if (next != null && !next.equals(asked)) {
            asked = next;
            load();
        }
    }

    /** Reads the settings again: they may have been changed meanwhile. */
    void load() {
        ToldReader.Question question = asked;
        Loader<Told> open = loader;
        if (question != null && open != null) {
            open.load(() -> reader.read(question, context.clock().instant()));
        }
    }

    /** Sends a test to the first who would be told, unless one is under way. */
    void test() {
        Told.First first = told.get().firstOrNull();
        if (first == null || trial.get().sending() || ports.readOnly()) {
            return;
        }
        String to = first.user() + " by " + first.channel();
        trial.set(new Trial(true, false, "Sending to " + to + "; the server has not answered yet."));
        Instant since = context.clock().instant();
        context.background().execute(() -> {
            Trial came = send(first, to, since);
            context.ui().execute(() -> trial.set(came));
        });
    }

    private Trial send(Told.First first, String to, Instant since) {
        Delivery delivery;
        try {
            delivery = ports.telling().test(first.channel(), first.settings(), first.address());
        } catch (RuntimeException e) {
            LOG.warn("A test message could not be sent", e);
            delivery = Delivery.refused("It could not be sent: " + e.getMessage() + ". The log has the cause.");
        }
        boolean sent = delivery.outcome() == Delivery.Outcome.SENT;
        long millis = Duration.between(since, context.clock().instant()).toMillis();
        String after = String.format(java.util.Locale.ROOT, "%.1f s", millis / 1e3);
        return new Trial(
                false,
                sent,
                (sent ? "Sent to " : "Not sent to ") + to + " after " + after + ". The answer: " + delivery.answer());
    }

    private void publish(Load<Told> load) {
        switch (load) {
            case Load.Ready<Told>(Told value) -> told.set(value);
            case Load.Failed<Told>(String sentence) -> told.set(new Told(java.util.List.of(), sentence, null));
            case Load.Loading<Told>() -> {}
        }
    }
}
