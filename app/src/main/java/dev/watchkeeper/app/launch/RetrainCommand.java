package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.model.desk.RetrainRequest;
import dev.watchkeeper.engine.model.desk.Standing;
import dev.watchkeeper.engine.model.desk.TrainingBook;
import dev.watchkeeper.engine.model.desk.TrainingOrder;
import dev.watchkeeper.engine.model.desk.TrainingState;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper retrain}. */
@Command(
        name = "retrain",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a new version of an asset's model from history and lets it run in the champion's shadow: in the Watchkeeper"
                    + " that runs on the data directory, or, where none runs, here; it is then published when one starts.",
            "Ctrl+C cancels."
        })
final class RetrainCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 200;
    private static final long CANCEL_PATIENCE_SECONDS = 10;
    private static final long TAKE_PATIENCE_SECONDS = 30;

    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Parameters(paramLabel = "ASSET", description = "The asset's name.")
    private String asset = "";

    @Option(names = "--promote", description = "Make the version champion at once.")
    private boolean promote;

    @Override
    public Integer call() throws Exception {
        parent.checkProfile();
        Path data = parent.data();
        AssetId id = id();
        if (DataDirectory.runningBroker(data).isPresent()) {
            try (Store store = Store.open(DataDirectory.storeOf(data))) {
                return train(store, id, Clock.systemUTC(), () -> {});
            }
        }
        try (Instance instance = Instance.open(data, null, Clock.systemUTC())) {
            System.err.println("Nothing runs on " + data
                    + ": training here. The version is published when Watchkeeper starts on it.");
            return train(instance.store(), id, instance.clock(), instance.models()::tick);
        }
    }

    private AssetId id() {
        try {
            return new AssetId(asset);
        } catch (IllegalArgumentException e) {
            throw new UserError("That cannot be the name of an asset: " + e.getMessage() + ".");
        }
    }

    /** @param taking makes whoever trains look for orders, where that is this process */
    private int train(Store store, AssetId id, InstantSource clock, Runnable taking) throws InterruptedException {
        if (store.assets().all().stream().noneMatch(known -> known.id().equals(id))) {
            throw new UserError("There is no asset " + id + ". Check its name; watchkeeper models lists them.");
        }
        TrainingBook book = store.trainings();
        String user = System.getProperty("user.name", "operator");
        TrainingOrder order = new TrainingOrder(
                UUID.randomUUID().toString(), id, RetrainRequest.manual(user), promote, clock.instant());
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = Thread.ofPlatform().name("cancel-training").unstarted(() -> {
            if (ended.getCount() > 0) {
                book.cancel(order.id(), user);
                awaitQuietly(ended);
            }
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            book.order(order);
            taking.run();
            return tell(store, order, await(book, order));
        } finally {
            ended.countDown();
        }
    }

    private static TrainingState await(TrainingBook book, TrainingOrder order) throws InterruptedException {
        long looks = 0;
        while (true) {
            TrainingState state = book.state(order.id()).orElseThrow();
            if (!(state instanceof TrainingState.Running running)) {
                System.err.println();
                return state;
            }
            boolean waiting =
                    book.waiting().stream().anyMatch(other -> other.id().equals(order.id()));
            if (waiting && looks * LOOK_MILLIS > TAKE_PATIENCE_SECONDS * 1_000) {
                book.cancel(order.id(), order.request().by());
                throw new UserError("The Watchkeeper that runs there did not begin the training within "
                        + TAKE_PATIENCE_SECONDS + " s. Another training may go on; try again later.");
            }
            System.err.printf(Locale.ROOT, "\r%3.0f %%  %-70s", 100 * running.done(), running.sentence());
            Thread.sleep(LOOK_MILLIS);
            looks++;
        }
    }

    private static int tell(Store store, TrainingOrder order, TrainingState ended) {
        return switch (ended) {
            case TrainingState.Finished finished -> {
                System.out.println(finished.sentence());
                Standing standing = store.models().standings().stream()
                        .filter(candidate -> candidate.asset().equals(order.asset()))
                        .findFirst()
                        .orElseThrow();
                System.out.printf(
                        Locale.ROOT,
                        "retrain asset=%s version=%d champion=%s challenger=%s%n",
                        order.asset(),
                        finished.number(),
                        words(standing.champion()),
                        words(standing.challenger()));
                yield 0;
            }
            case TrainingState.Failed failed -> throw new UserError(failed.sentence());
            case TrainingState.Cancelled cancelled ->
                throw new UserError("The training was cancelled by " + cancelled.by() + ".");
            case TrainingState.Idle _, TrainingState.Running _ ->
                throw new IllegalStateException("not ended: " + ended);
        };
    }

    private static String words(Standing.Place place) {
        return place.number() == Takeover.NONE ? "none" : Integer.toString(place.number());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(CANCEL_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
