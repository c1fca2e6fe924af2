package dev.watchkeeper.engine.model.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Unit;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every way of tracking does, over a real database that is closed and opened again. */
abstract class TrackingContract {
    static final AssetId PUMP = new AssetId("P-101");
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

    @TempDir
    Path directory;

    Store store;
    Tracking tracking;

    abstract Tracking open(Store opened);

    @BeforeEach
    void openTheStore() {
        store = Store.open(directory);
        tracking = open(store);
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    void reopen() {
        closeTheStore();
        openTheStore();
    }

    static RunStart start(int number) {
        return new RunStart(
                PUMP, number, NOW.plusSeconds(number), "lena", Map.of("sensitivity", "0.5", "window/samples", "32"));
    }

    @Test
    void aRunComesBackAsItWasWrittenAfterTheStoreWasClosed() {
        RunId run = tracking.start(start(1));
        tracking.logParams(run, Map.of("sensors", "4"));
        tracking.logMetrics(run, List.of(new MetricPoint("loss", 0, NOW, 3), new MetricPoint("loss", 1, NOW, 2)));
        tracking.logArtefact(run, Artefact.text("leakage.json", "{}"));
        tracking.logSignature(run, new ModelSignature(List.of(new ModelSignature.Input("flow", new Unit("m³/h")))));
        tracking.finish(run, RunStatus.FINISHED, NOW.plusSeconds(61));
        tracking.register(run);
        tracking.setAlias(PUMP, ModelAlias.CHALLENGER, 1);

        reopen();

        TrackedRun read = tracking.find(run).orElseThrow();
        assertThat(tracking.runs(PUMP)).containsExactly(read);
        assertThat(read.params())
                .containsExactly(
                        Map.entry("sensitivity", "0.5"), Map.entry("sensors", "4"), Map.entry("window/samples", "32"));
        assertThat(read.metrics()).containsExactly(Map.entry("loss", 2.0));
        assertThat(read.artefacts()).containsExactly("leakage.json");
        assertThat(read.duration()).contains(Duration.ofSeconds(60));
        assertThat(read.startedBy()).isEqualTo("lena");
        assertThat(read.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(read.registered()).isTrue();
        assertThat(read.aliases()).containsExactly(ModelAlias.CHALLENGER);
    }

    @Test
    void runsAreListedWithTheNewestFirst() {
        RunId first = tracking.start(start(1));
        RunId second = tracking.start(start(2));
        tracking.start(new RunStart(new AssetId("V-7"), 1, NOW, "policy", Map.of()));

        assertThat(tracking.runs(PUMP)).extracting(TrackedRun::id).containsExactly(second, first);
    }

    @Test
    void aCurveIsSortedByStepHoweverManyPointsAreLoggedAtOnce() {
        RunId run = tracking.start(start(1));
        List<MetricPoint> points = IntStream.range(0, 2_500)
                .mapToObj(step -> new MetricPoint("loss", 2_499 - step, NOW, step))
                .toList();

        tracking.logMetrics(run, points);
        tracking.logMetrics(run, List.of(new MetricPoint("episodes", 0, NOW, 7)));

        assertThat(tracking.curves(run)).containsOnlyKeys("episodes", "loss");
        assertThat(tracking.curves(run).get("loss"))
                .hasSize(2_500)
                .extracting(MetricPoint::step)
                .isSorted();
        assertThat(tracking.find(run).orElseThrow().metrics()).containsEntry("loss", 0.0);
    }

    @Test
    void anArtefactIsReplacedByOneOfTheSamePath() {
        RunId run = tracking.start(start(1));
        Artefact.InFile model = new Artefact.InFile("model/v1.wkmodel", directory.resolve("v1.wkmodel"));
        tracking.logArtefact(run, Artefact.text("grades.json", "[1]"));

        tracking.logArtefact(run, Artefact.text("grades.json", "[2]"));
        tracking.logArtefact(run, model);

        assertThat(tracking.artefact(run, "grades.json")).contains(Artefact.text("grades.json", "[2]"));
        assertThat(tracking.artefact(run, "model/v1.wkmodel")).contains(model);
        assertThat(tracking.artefact(run, "none.json")).isEmpty();
    }

    @Test
    void aParameterNeverChanges() {
        RunId run = tracking.start(start(1));

        tracking.logParams(run, Map.of("sensitivity", "0.5"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracking.logParams(run, Map.of("sensitivity", "0.9")))
                .withMessageContaining("sensitivity");
        assertThat(tracking.find(run).orElseThrow().params()).containsEntry("sensitivity", "0.5");
    }

    @Test
    void aRunEndsOnce() {
        RunId run = tracking.start(start(1));

        tracking.finish(run, RunStatus.KILLED, NOW.plusSeconds(5));
        tracking.finish(run, RunStatus.FINISHED, NOW.plusSeconds(9));

        assertThat(tracking.find(run).orElseThrow().status()).isEqualTo(RunStatus.KILLED);
        assertThat(tracking.find(run).orElseThrow().endedAt()).contains(NOW.plusSeconds(5));
    }

    @Test
    void anAliasMovesFromVersionToVersion() {
        RunId first = registered(1);
        RunId second = registered(2);
        tracking.setAlias(PUMP, ModelAlias.CHAMPION, 1);
        tracking.setAlias(PUMP, ModelAlias.CHALLENGER, 2);

        tracking.setAlias(PUMP, ModelAlias.CHAMPION, 2);
        tracking.deleteAlias(PUMP, ModelAlias.CHALLENGER);

        assertThat(tracking.find(first).orElseThrow().aliases()).isEmpty();
        assertThat(tracking.find(second).orElseThrow().aliases()).isEqualTo(Set.of(ModelAlias.CHAMPION));
    }

    @Test
    void onlyARegisteredVersionCanHaveAnAlias() {
        tracking.start(start(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracking.setAlias(PUMP, ModelAlias.CHAMPION, 1))
                .withMessageContaining("version 1");
    }

    @Test
    void aVersionIsMadeByOneRun() {
        RunId first = registered(1);
        RunId again = tracking.start(start(1));

        tracking.register(first);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracking.register(again))
                .withMessageContaining(again.value());
    }

    @Test
    void aRunThatIsNotThereIsNamed() {
        RunId nobody = RunId.unique();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracking.logMetrics(nobody, List.of()))
                .withMessageContaining(nobody.value());
        assertThat(tracking.find(nobody)).isEmpty();
    }

    RunId registered(int number) {
        RunId run = tracking.start(start(number));
        tracking.finish(run, RunStatus.FINISHED, NOW.plusSeconds(60));
        tracking.register(run);
        return run;
    }
}
