package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.channel.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** "Send test": sends over what stands in the form, saved or not, and shows what the server says. UI thread. */
public final class TrialViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(TrialViewModel.class);

    private final NotificationDesk desk;
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private @Nullable FutureTask<Void> running;

    /** Where a test stands. */
    sealed interface State {
        /** Nothing was tried. */
        record Idle() implements State {}

        /** The server has not answered yet. */
        record Sending(Instant since) implements State {}

        /** The user did not wait for the answer; the message may arrive all the same. */
        record Cancelled() implements State {}

        /** The server has answered, or was not reached. */
        record Answered(Delivery.Outcome outcome, String answer, Duration took) implements State {}
    }

    TrialViewModel(NotificationDesk desk, ScreenContext context) {
        this.desk = desk;
        this.context = context;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Sends, unless a test is under way. */
    void send(String label, ChannelSettings settings, String address) {
        if (state.get() instanceof State.Sending) {
            return;
        }
        State.Sending sending = new State.Sending(context.clock().instant());
        state.set(sending);
        FutureTask<Void> task = new FutureTask<>(
                () -> {
                    State.Answered answer = answer(label, settings, address, sending.since());
                    context.ui().execute(() -> came(sending, answer));
                },
                null);
        running = task;
        context.background().execute(task);
    }

    /** Waits for the answer no longer. */
    void cancel() {
        if (state.get() instanceof State.Sending) {
            forget();
            state.set(new State.Cancelled());
        }
    }

    /** As if nothing had been tried. */
    void clear() {
        forget();
        state.set(new State.Idle());
    }

    private void forget() {
        FutureTask<Void> task = running;
        running = null;
        if (task != null) {
            task.cancel(true);
        }
    }

    // It is the very attempt that counts: another one with the same address may be under way.
    @SuppressWarnings("ReferenceEquality")
    private void came(State.Sending of, State.Answered answer) {
        if (state.get() == of) {
            running = null;
            state.set(answer);
        }
    }

    private State.Answered answer(String label, ChannelSettings settings, String address, Instant since) {
        Delivery delivery;
        try {
            delivery = desk.test(label, settings, address);
        } catch (RuntimeException e) {
            LOG.warn("A test message could not be sent", e);
            delivery = Delivery.refused("It could not be sent: " + e.getMessage() + ". The log has the cause.");
        }
        return new State.Answered(
                delivery.outcome(),
                delivery.answer(),
                Duration.between(since, context.clock().instant()));
    }
}
