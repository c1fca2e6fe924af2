package dev.watchkeeper.engine.model.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.watchkeeper.engine.model.tracking.Artefact;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.ModelAlias;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStart;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.model.tracking.mlflow.MlflowServer.Mishap;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server gets that is away, slow or wrong for a while: everything, once, in order. */
class MlflowOutageTest extends MlflowBench {
    private static final String CREATE_RUN = "POST /mlflow/runs/create";
    private static final String LOG_BATCH = "POST /mlflow/runs/log-batch";
    private static final String CREATE_VERSION = "POST /mlflow/model-versions/create";
    private static final String FILES = "PUT /mlflow-artifacts/artifacts";

    static List<Mishap> doneButUntold() {
        return List.of(Mishaps.FAILED_AFTER_ALL, Mishaps.CUT_AFTER_ALL, Mishaps.GARBLED_AFTER_ALL);
    }

    @Test
    void whileTheServerIsAwayEverythingWaitsAndIsSentWhenItIsBack() {
        server.goAway();
        RunId run = champion(1);
        tracking.logMetrics(run, points(3));
        until(() -> status().trouble().contains("Nothing answers at " + server.uri()));
        long queued = status().queued();

        server.comeBack();
        awaitSent();

        assertThat(queued).isEqualTo(6);
        assertThat(onlyRun().metrics).hasSize(3);
        assertThat(aliases()).isEqualTo(Map.of("champion", "1"));
        assertThat(status().connected()).isTrue();
        assertThat(status().trouble()).isEmpty();
        assertThat(status().lastSuccess()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("doneButUntold")
    void aRunThatWasMadeWithoutOurHearingOfItIsNotMadeAgain(Mishap mishap) {
        server.mishaps(Mishaps.first(1, CREATE_RUN, mishap));

        RunId run = tracking.start(start(1));
        tracking.finish(run, RunStatus.FINISHED, NOW.plusSeconds(60));
        awaitSent();

        assertThat(server.<Integer>with(state -> state.runs.size())).isEqualTo(1);
        assertThat(onlyRun().status).isEqualTo("FINISHED");
        assertThat(server.work()).filteredOn(CREATE_RUN::equals).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("doneButUntold")
    void pointsThatArrivedWithoutOurHearingOfItAreNotDoubled(Mishap mishap) {
        RunId run = tracking.start(new RunStart(PUMP, 1, NOW, "lena", Map.of()));
        awaitSent();
        server.mishaps(Mishaps.first(1, LOG_BATCH, mishap));

        tracking.logMetrics(run, points(5));
        tracking.logMetrics(run, List.of(new MetricPoint("episodes", 0, NOW, 2)));
        awaitSent();

        assertThat(onlyRun().metrics)
                .extracting(metric -> metric.path("key").asText() + metric.path("step"))
                .containsExactly("loss0", "loss1", "loss2", "loss3", "loss4", "episodes0");
    }

    @ParameterizedTest
    @MethodSource("doneButUntold")
    void aVersionThatWasMadeWithoutOurHearingOfItIsNotMadeAgain(Mishap mishap) {
        server.mishaps(Mishaps.first(1, CREATE_VERSION, mishap));

        champion(1);
        awaitSent();

        assertThat(server.<List<MlflowState.Version>>with(state -> state.versions("watchkeeper-P-101")))
                .hasSize(1);
        assertThat(aliases()).isEqualTo(Map.of("champion", "1"));
    }

    @Test
    void aRunThatASlowServerMakesOnceMoreIsRemoved() {
        CountDownLatch late = new CountDownLatch(1);
        server.mishaps(Mishaps.first(1, CREATE_RUN, Mishaps.lateAt(late)));
        RunId run = tracking.start(start(1));
        awaitSent();
        String kept = onlyRun().id;

        late.countDown();
        until(() -> server.with(state -> state.runs.size() == 2));
        tracking.finish(run, RunStatus.FINISHED, NOW.plusSeconds(60));
        awaitSent();

        assertThat(onlyRun().id).isEqualTo(kept);
        assertThat(onlyRun().status).isEqualTo("FINISHED");
    }

    @Test
    void aRequestThatGetsNoAnswerIsGivenUpAndSentAgain() {
        CountDownLatch late = new CountDownLatch(1);
        server.mishaps(Mishaps.first(1, "POST /mlflow/runs/search", Mishaps.lateAt(late)));

        tracking.start(start(1));
        until(() -> status().trouble().contains("gave no answer within 0.7 s"));
        awaitSent();

        assertThat(onlyRun().params).containsEntry("sensitivity", "0.5");
        late.countDown();
    }

    @Test
    void manyCallsForASlowerPaceDoNotHangTheQueue() {
        server.mishaps(Mishaps.first(4, "GET /mlflow/experiments/get-by-name", Mishaps.status(429, "slow down")));

        champion(1);
        awaitSent();

        assertThat(aliases()).isEqualTo(Map.of("champion", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!doctype html><title>Log in</title>", "{\"experiments\": [", "[]", ""})
    void whileSomethingElseAnswersInMlflowsPlaceEverythingWaits(String page) {
        server.mishaps(endpoint -> (exchange, usual) -> exchange.send(new MlflowServer.Reply(200, "text/html", page)));
        champion(1);
        until(() -> status().trouble().contains("does not speak MLflow's language"));
        assertThat(status().connected()).isFalse();

        server.heal();
        awaitSent();

        assertThat(aliases()).isEqualTo(Map.of("champion", "1"));
    }

    @Test
    void whileTheSecretIsWrongEverythingWaitsForTheRightOne() {
        server.askFor("Bearer right");
        RunId run = champion(1);
        until(() -> status().trouble().contains("(401)"));

        use(new MlflowSettings(server.uri(), "right", "", "", MlflowSettings.USUAL_PREFIX, DEADLINE));
        awaitSent();

        assertThat(onlyRun().tags).containsEntry("watchkeeper.run_id", run.value());
    }

    @Test
    void whatFailsForOneAssetHoldsUpNoOther() {
        AssetId valve = new AssetId("V-7");
        server.mishaps(endpoint ->
                endpoint.equals(FILES) ? Mishaps.status(500, "no space left on device") : MlflowServer.HEALTHY);
        RunId stuck = tracking.start(start(1));
        tracking.logArtefact(stuck, Artefact.text("grades.json", "[]"));
        tracking.finish(stuck, RunStatus.FINISHED, NOW.plusSeconds(60));

        RunId other = tracking.start(new RunStart(valve, 1, NOW, "lena", Map.of()));
        tracking.finish(other, RunStatus.KILLED, NOW.plusSeconds(60));
        until(() -> server.with(state -> state.active().stream().anyMatch(run -> run.status.equals("KILLED"))));
        until(() -> status().queued() == 2);
        assertThat(status().trouble()).contains("no space left on device");
        server.heal();
        awaitSent();

        assertThat(server.<List<String>>with(
                        state -> state.active().stream().map(run -> run.status).toList()))
                .containsExactlyInAnyOrder("FINISHED", "KILLED");
        assertThat(server.<Integer>with(state -> state.files.size())).isEqualTo(1);
    }

    @Test
    void aServerThatTakesNoFilesGetsAllTheRestAndTheFilesWhenItDoes() {
        server.mishaps(endpoint -> endpoint.equals(FILES)
                ? Mishaps.status(503, "Endpoint disabled due to the mlflow server running with `--no-serve-artifacts`.")
                : MlflowServer.HEALTHY);
        RunId run = tracking.start(start(1));
        tracking.logArtefact(run, Artefact.text("grades.json", "[]"));
        tracking.finish(run, RunStatus.FINISHED, NOW.plusSeconds(60));
        awaitSent();
        assertThat(onlyRun().status).isEqualTo("FINISHED");
        assertThat(status().refused()).isEqualTo(1);
        assertThat(status().trouble()).contains("serve-artifacts");

        server.heal();
        tracking.retry();
        awaitSent();

        assertThat(status().refused()).isZero();
        assertThat(status().trouble()).isEmpty();
        assertThat(server.<Integer>with(state -> state.files.size())).isEqualTo(1);
    }

    @Test
    void whereFilesGoPastTheServerTheyAreRefusedWithTheReason() {
        server.with(state -> state.artifactRoot = "s3://bucket/");
        RunId run = tracking.start(start(1));
        tracking.logArtefact(run, Artefact.text("grades.json", "[]"));
        awaitSent();

        end();
        begin();

        assertThat(status().trouble()).contains("s3://bucket/").contains("--serve-artifacts");
    }

    @Test
    void aUserWhoMayNotWriteOneExperimentIsToldAndTheOthersGoOn() {
        server.mishaps(endpoint -> endpoint.equals("POST /mlflow/model-versions/create")
                ? Mishaps.status(403, "Permission denied")
                : MlflowServer.HEALTHY);
        champion(1);
        tracking.start(new RunStart(new AssetId("V-7"), 1, NOW, "lena", Map.of()));
        until(() -> server.with(state -> state.experiments.containsKey("watchkeeper-V-7")));
        until(() -> status().queued() == 2);

        assertThat(status().trouble()).contains("(403)");
        server.heal();
        awaitSent();
        assertThat(status().trouble()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsNamed() {
        RunId run = tracking.start(start(1));
        tracking.logArtefact(run, new Artefact.InFile("model/v1.wkmodel", directory.resolve("v1.wkmodel")));
        tracking.finish(run, RunStatus.FINISHED, NOW.plusSeconds(60));
        awaitSent();

        assertThat(status().trouble()).contains(directory.resolve("v1.wkmodel").toString());
        assertThat(onlyRun().status).isEqualTo("FINISHED");
    }

    @Test
    void aServerWithoutAliasesGetsAllTheRest() {
        server.mishaps(endpoint -> endpoint.contains("alias")
                ? Mishaps.status(404, "<!doctype html><title>404 Not Found</title>")
                : MlflowServer.HEALTHY);

        champion(1);
        registered(2);
        awaitSent();

        assertThat(status().trouble()).contains("2.3");
        assertThat(server.<List<MlflowState.Version>>with(state -> state.versions("watchkeeper-P-101")))
                .hasSize(2);
    }

    @Test
    void anAliasThatWasRefusedDoesNotComeBackWhenAnotherVersionHasTakenItOver() {
        champion(1);
        awaitSent();
        registered(2);
        awaitSent();
        server.mishaps(Mishaps.first(
                3, "POST /mlflow/registered-models/alias", Mishaps.status(404, "<title>404 Not Found</title>")));
        tracking.setAlias(PUMP, ModelAlias.CHAMPION, 2);
        until(() -> status().refused() == 1);
        server.heal();
        tracking.setAlias(PUMP, ModelAlias.CHAMPION, 1);
        awaitSent();

        tracking.retry();
        awaitSent();

        assertThat(status().refused()).isZero();
        assertThat(aliases()).isEqualTo(Map.of("champion", "1"));
    }

    @Test
    void aRunThatWasDeletedAtTheServerIsRefusedAndSentOnceItIsRestored() {
        RunId run = tracking.start(start(1));
        awaitSent();
        MlflowState.Run theirs = onlyRun();
        server.with(state -> theirs.deleted = true);
        tracking.logMetrics(run, points(1));
        until(() -> status().refused() == 1);
        assertThat(status().trouble()).contains("must be in the 'active' state");

        server.with(state -> theirs.deleted = false);
        tracking.retry();
        awaitSent();

        assertThat(theirs.metrics).hasSize(1);
    }

    @Test
    void aDeletedExperimentIsNamedAndItsRunsWait() {
        tracking.start(start(1));
        awaitSent();
        setExperiments("deleted");

        tracking.start(start(2));
        until(() -> status().trouble().contains("Experiment watchkeeper-P-101 is deleted"));
        setExperiments("active");
        awaitSent();

        assertThat(server.<Integer>with(state -> state.runs.size())).isEqualTo(2);
    }

    private void setExperiments(String stage) {
        server.with(state -> {
            state.experiments.values().forEach(experiment -> experiment.put("lifecycle_stage", stage));
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inAStormOfFailuresEverythingArrivesOnceAndInOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Mishap> storm = List.of(
                Mishaps.FAILED_AFTER_ALL,
                Mishaps.CUT_AFTER_ALL,
                Mishaps.GARBLED_AFTER_ALL,
                Mishaps.status(500, "oops"),
                Mishaps.status(502, "<h1>Bad Gateway</h1>"),
                Mishaps.status(401, "who are you"));
        server.mishaps(endpoint -> {
            synchronized (random) {
                return random.nextInt(100) < 25 ? storm.get(random.nextInt(storm.size())) : MlflowServer.HEALTHY;
            }
        });

        for (int number = 1; number <= 3; number++) {
            RunId run = tracking.start(start(number));
            tracking.logMetrics(run, points(4));
            tracking.logArtefact(run, Artefact.text("grades.json", "[" + number + "]"));
            tracking.finish(run, RunStatus.FINISHED, NOW.plusSeconds(60));
            tracking.register(run);
            tracking.setAlias(PUMP, ModelAlias.CHAMPION, number);
        }
        awaitSent();

        List<MlflowState.Run> runs = server.with(MlflowState::active);
        assertThat(runs)
                .extracting(run -> run.name + " " + run.status)
                .containsExactly("v1 FINISHED", "v2 FINISHED", "v3 FINISHED");
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.metrics)
                        .extracting((JsonNode metric) -> metric.path("step").asInt())
                        .containsExactly(0, 1, 2, 3));
        assertThat(server.<List<MlflowState.Version>>with(state -> state.versions("watchkeeper-P-101")))
                .extracting(version -> version.tags().get("watchkeeper.model_number"))
                .containsExactly("1", "2", "3");
        assertThat(aliases()).isEqualTo(Map.of("champion", "3"));
        assertThat(status().refused()).isZero();
    }

    @Test
    void whatWaitedWhenTheProgramEndedIsSentWhenItStartsAgain() {
        server.goAway();
        RunId run = champion(1);
        tracking.logMetrics(run, points(3));
        end();
        server.comeBack();

        begin();
        awaitSent();

        assertThat(onlyRun().metrics).hasSize(3);
        assertThat(aliases()).isEqualTo(Map.of("champion", "1"));
    }

    private static List<MetricPoint> points(int number) {
        return IntStream.range(0, number)
                .mapToObj(step -> new MetricPoint("loss", step, NOW, number - step))
                .toList();
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition::getAsBoolean);
    }
}
