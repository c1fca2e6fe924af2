package dev.watchkeeper.app.fx;

import dev.watchkeeper.engine.signal.Subscription;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads one thing again and again in the background: one load at a time, and of the loads asked for meanwhile only
 * the newest. So a slow source delays a screen but never piles up behind it.
 *
 * <p>Called on the UI thread, publishes on the UI thread, and after {@link #close} publishes nothing.
 */
public final class Loader<T> implements Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

    private final String what;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Load<T>> publish;
    private @Nullable Supplier<T> waiting;
    private boolean running;
    private boolean closed;

    /** @param what names the thing in a failure, such as "The trends" */
    public Loader(String what, Executor background, Executor ui, Consumer<Load<T>> publish) {
        this.what = what;
        this.background = background;
        this.ui = ui;
        this.publish = publish;
    }

    /** Asks for a load. The supplier is called on the background executor. */
    public void load(Supplier<T> source) {
        if (closed) {
            return;
        }
        if (running) {
            waiting = source;
            return;
        }
        running = true;
        try {
            background.execute(() -> {
                Load<T> result = run(source);
                ui.execute(() -> done(result));
            });
        } catch (RejectedExecutionException shuttingDown) {
            running = false;
            LOG.debug("{} not loaded: the background executor takes nothing any more", what);
        }
    }

    /** Nothing is published from now on. */
    @Override
    public void close() {
        closed = true;
        waiting = null;
    }

    private Load<T> run(Supplier<T> source) {
        try {
            return new Load.Ready<>(source.get());
        } catch (RuntimeException e) {
            LOG.warn("{} could not be loaded", what, e);
            return new Load.Failed<>(
                    what + " could not be loaded. The next try follows by itself; the log has the cause.");
        }
    }

    private void done(Load<T> result) {
        running = false;
        if (closed) {
            return;
        }
        publish.accept(result);
        Supplier<T> next = waiting;
        if (next != null) {
            waiting = null;
            load(next);
        }
    }
}
