package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.model.desk.AuditEntry.Action;
import dev.watchkeeper.engine.model.leakage.LeakageException;
import dev.watchkeeper.engine.model.train.TrainingException;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trainings of one process: takes orders of its own and those that other processes left in the book, and works them off on an
 * executor. Thread-safe.
 */
final class Trainings {
    private static final Logger LOG = LoggerFactory.getLogger(Trainings.class);
    private static final String GONE = "Watchkeeper ended while the model was trained. Start the training again.";

    private final DeskPorts ports;
    private final CardBoard board;
    private final ModelMaker maker;
    private final Finished finished;
    private final Executor executor;
    private final Map<AssetId, TrainingRun> running = new HashMap<>();
    private boolean closed;

    /** Hears of a version that was made, in the thread that trained; decides what becomes of it. */
    interface Finished {
        void made(ModelEntry version, TrainingOrder order);
    }

    /** Ends what a process that is gone left unfinished. */
    Trainings(DeskPorts ports, CardBoard board, ModelMaker maker, Finished finished, Executor executor) {
        this.ports = ports;
        this.board = board;
        this.maker = maker;
        this.finished = finished;
        this.executor = executor;
        Instant now = ports.clock().instant();
        for (TrainingOrder order : ports.trainings().abandon(GONE, now)) {
            ports.book().note(entry(order, Action.TRAINING_FAILED, 0, GONE));
        }
        ports.trainings().newest().forEach((asset, state) -> board.update(asset, models -> models.training(state)));
    }

    /** @throws ModelsException when the asset is not known, one runs already, or the desk is closed */
    void order(AssetId asset, RetrainRequest request) {
        Asset known = known(asset);
        TrainingOrder order = new TrainingOrder(
                UUID.randomUUID().toString(),
                asset,
                request,
                false,
                ports.clock().instant());
        TrainingRun run = enter(order, known);
        try {
            ports.trainings().order(order);
        } catch (RuntimeException e) {
            leave(order);
            throw e;
        }
        start(run, known);
    }

    /** Takes what other processes ordered; one that cannot be worked off ends at once. */
    void takeOrders() {
        for (TrainingOrder order : ports.trainings().waiting()) {
            if (isOurs(order)) {
                continue;
            }
            try {
                Asset known = known(order.asset());
                start(enter(order, known), known);
            } catch (ModelsException e) {
                ports.trainings()
                        .end(
                                order.id(),
                                new TrainingState.Failed(
                                        String.valueOf(e.getMessage()),
                                        ports.clock().instant()));
            }
        }
    }

    synchronized void cancel(AssetId asset, String user) {
        TrainingRun run = running.get(asset);
        if (run != null) {
            run.cancel(user);
        }
    }

    synchronized void close() {
        closed = true;
        running.values().forEach(run -> run.cancel(Models.ENGINE));
    }

    private synchronized boolean isOurs(TrainingOrder order) {
        TrainingRun run = running.get(order.asset());
        return run != null && run.order().id().equals(order.id());
    }

    private Asset known(AssetId asset) {
        return ports.assets()
                .find(asset)
                .orElseThrow(() -> new ModelsException(
                        "There is no asset " + asset + ", so there is nothing to train. Check its name."));
    }

    private synchronized TrainingRun enter(TrainingOrder order, Asset asset) {
        if (closed) {
            throw new ModelsException("Watchkeeper is closing; train when it runs again.");
        }
        if (running.containsKey(order.asset())) {
            throw new ModelsException(
                    "A model of " + asset.label() + " is being trained already. Wait for it, or cancel it first.");
        }
        TrainingRun run = new TrainingRun(order, board, ports.trainings(), ports.clock());
        running.put(order.asset(), run);
        return run;
    }

    private void start(TrainingRun run, Asset asset) {
        TrainingOrder order = run.order();
        String waits = "Waits for its turn.";
        ports.book()
                .note(entry(
                        order,
                        Action.TRAINING_STARTED,
                        0,
                        "cause: " + order.request().cause().word()));
        board.update(order.asset(), models -> {
            models.training(run.running(0, waits));
            if (order.request().cause() != RetrainCause.MANUAL) {
                models.startedByItself(order.at());
            }
        });
        executor.execute(() -> work(run, asset));
    }

    private void work(TrainingRun run, Asset asset) {
        TrainingOrder order = run.order();
        TrainingState outcome = new TrainingState.Failed(
                "The training of " + asset.label() + " ended in an error; the log tells more.",
                ports.clock().instant());
        try {
            if (!ports.trainings().take(order.id())) {
                run.cancel(ports.trainings().cancelledBy(order.id()).orElse(Models.ENGINE));
            }
            outcome = outcome(run, asset);
        } finally {
            end(run, outcome);
        }
    }

    private TrainingState outcome(TrainingRun run, Asset asset) {
        TrainingOrder order = run.order();
        try {
            ports.trainings().cancelledBy(order.id()).ifPresent(run::cancel);
            if (run.cancelled()) {
                throw new CancellationException("cancelled before it began");
            }
            Optional<Instant> driftSince =
                    board.change(order.asset(), models -> models.drift().since());
            ModelEntry version = maker.make(asset, order.request(), driftSince, run);
            finished.made(version, order);
            return new TrainingState.Finished(
                    version.number(), version.choice(), ports.clock().instant());
        } catch (CancellationException e) {
            String by = run.cancelledBy().orElse(Models.ENGINE);
            ports.book()
                    .note(new AuditEntry(
                            order.asset(), ports.clock().instant(), by, Action.TRAINING_CANCELLED, 0, 0, ""));
            return new TrainingState.Cancelled(by, ports.clock().instant());
        } catch (TrainingException | LeakageException e) {
            return failed(order, String.valueOf(e.getMessage()), null);
        } catch (IOException e) {
            return failed(order, "The model of " + asset.label() + " could not be written: " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            return failed(order, "The training of " + asset.label() + " failed: " + e.getMessage() + ".", e);
        }
    }

    private TrainingState failed(TrainingOrder order, String sentence, @Nullable Exception cause) {
        LOG.warn("No model of {}: {}", order.asset(), sentence, cause);
        ports.book().note(entry(order, Action.TRAINING_FAILED, 0, sentence));
        return new TrainingState.Failed(sentence, ports.clock().instant());
    }

    private void end(TrainingRun run, TrainingState outcome) {
        TrainingOrder order = run.order();
        leave(order);
        try {
            ports.trainings().end(order.id(), outcome);
        } finally {
            board.update(order.asset(), models -> models.training(outcome));
        }
    }

    private synchronized void leave(TrainingOrder order) {
        running.remove(order.asset());
    }

    private AuditEntry entry(TrainingOrder order, Action action, int number, String note) {
        return new AuditEntry(
                order.asset(), ports.clock().instant(), order.request().by(), action, 0, number, note);
    }
}
