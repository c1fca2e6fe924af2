package dev.watchkeeper.engine.model.tracking.mlflow;

import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.ModelAlias;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.engine.testing.ForkedJvm;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;

/** A process that writes runs, mirrors them to a server, and waits to be killed amid that. */
final class RunWriterProcess {
    static final int RUNS = 5;
    static final int STEPS = 3;

    private RunWriterProcess() {}

    /** Takes the data directory and the server's address. */
    public static void main(String[] arguments) {
        Store store = Store.open(Path.of(arguments[0]));
        Pace pace = new Pace(
                InstantSource.system(),
                Executors.newSingleThreadScheduledExecutor(),
                MlflowBench.QUICK,
                new SplittableRandom(5));
        MlflowTracking tracking = new MlflowTracking(store.runs(), store.mirror(), pace);
        write(tracking);
        System.out.println("written");
        tracking.use(new TrackingSettings(new MlflowSettings(
                URI.create(arguments[1]), "", "", "", MlflowSettings.USUAL_PREFIX, Duration.ofSeconds(5))));
        ForkedJvm.waitToBeKilled();
    }

    private static void write(MlflowTracking tracking) {
        for (int number = 1; number <= RUNS; number++) {
            RunId run = tracking.start(MlflowBench.start(number));
            for (int step = 0; step < STEPS; step++) {
                tracking.logMetrics(run, List.of(new MetricPoint("loss", step, MlflowBench.NOW, step)));
            }
            tracking.finish(run, RunStatus.FINISHED, MlflowBench.NOW.plusSeconds(60));
            tracking.register(run);
            tracking.setAlias(MlflowBench.PUMP, ModelAlias.CHAMPION, number);
        }
    }
}
