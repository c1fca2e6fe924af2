package dev.watchkeeper.engine.model.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.model.tracking.ModelAlias;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStart;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tracking over a real database, mirrored to a server that checks every request. */
abstract class MlflowBench {
    static final AssetId PUMP = new AssetId("P-101");
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    static final Duration DEADLINE = Duration.ofMillis(700);
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Backoff QUICK = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(500));

    @TempDir
    Path directory;

    final MlflowServer server = new MlflowServer();
    Store store;
    ScheduledExecutorService executor;
    MlflowTracking tracking;

    @BeforeEach
    void begin() {
        store = Store.open(directory);
        executor = Executors.newSingleThreadScheduledExecutor();
        tracking = new MlflowTracking(
                store.runs(),
                store.mirror(),
                new Pace(InstantSource.system(), executor, QUICK, new SplittableRandom(7)));
        use(settings());
    }

    void end() {
        tracking.close();
        executor.shutdownNow();
        store.close();
    }

    @AfterEach
    void endAndLookBack() {
        end();
        server.close();
        assertThat(server.violations).isEmpty();
    }

    MlflowSettings settings() {
        return new MlflowSettings(server.uri(), "", "", "", MlflowSettings.USUAL_PREFIX, DEADLINE);
    }

    void use(MlflowSettings settings) {
        use(new TrackingSettings(settings));
    }

    void use(TrackingSettings settings) {
        tracking.use(settings);
    }

    MirrorStatus status() {
        return tracking.status().orElseThrow();
    }

    void awaitSent() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(status().queued()).isZero());
    }

    MlflowState.Run onlyRun() {
        List<MlflowState.Run> active = server.with(MlflowState::active);
        assertThat(active).hasSize(1);
        return active.get(0);
    }

    Map<String, String> aliases() {
        return server.with(state -> Map.copyOf(state.aliases.getOrDefault("watchkeeper-" + PUMP, Map.of())));
    }

    static RunStart start(int number) {
        return new RunStart(PUMP, number, NOW.plusSeconds(number), "lena", Map.of("sensitivity", "0.5"));
    }

    RunId registered(int number) {
        RunId run = tracking.start(start(number));
        tracking.finish(run, RunStatus.FINISHED, NOW.plusSeconds(60));
        tracking.register(run);
        return run;
    }

    RunId champion(int number) {
        RunId run = registered(number);
        tracking.setAlias(PUMP, ModelAlias.CHAMPION, number);
        return run;
    }
}
