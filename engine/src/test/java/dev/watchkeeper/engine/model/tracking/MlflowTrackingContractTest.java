package dev.watchkeeper.engine.model.tracking;

import dev.watchkeeper.engine.model.tracking.mlflow.Backoff;
import dev.watchkeeper.engine.model.tracking.mlflow.MlflowTracking;
import dev.watchkeeper.engine.model.tracking.mlflow.Pace;
import dev.watchkeeper.engine.store.Store;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;

/** Mirrored tracking answers as local tracking does, whatever becomes of the server. */
class MlflowTrackingContractTest extends TrackingContract {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    @Override
    Tracking open(Store opened) {
        return new MlflowTracking(
                opened.runs(),
                opened.mirror(),
                new Pace(InstantSource.system(), executor, Backoff.USUAL, new SplittableRandom(1)));
    }

    @AfterEach
    void endTheExecutor() {
        executor.shutdownNow();
    }
}
