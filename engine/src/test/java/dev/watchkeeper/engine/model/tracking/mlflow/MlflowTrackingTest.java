package dev.watchkeeper.engine.model.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.watchkeeper.engine.model.tracking.Artefact;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.ModelAlias;
import dev.watchkeeper.engine.model.tracking.ModelSignature;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStart;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Unit;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a healthy server gets. */
class MlflowTrackingTest extends MlflowBench {
    @Test
    void aTrainingAppearsAsARunOfTheAssetsExperiment() throws IOException {
        Path file = Files.write(directory.resolve("v3.wkmodel"), new byte[] {1, 2, 3});

        RunId run = tracking.start(new RunStart(PUMP, 3, NOW, "lena", Map.of("sensitivity", "0.5")));
        tracking.logMetrics(run, List.of(point("loss", 0, 3), point("loss", 1, 2)));
        tracking.logArtefact(run, new Artefact.InFile("model/v3.wkmodel", file));
        tracking.logArtefact(run, Artefact.text("leakage.json", "{\"clean\": true}"));
        tracking.finish(run, RunStatus.FINISHED, NOW.plusSeconds(60));
        awaitSent();

        MlflowState.Run theirs = onlyRun();
        assertThat(server.<Boolean>with(state -> state.experiments.containsKey("watchkeeper-P-101")))
                .isTrue();
        assertThat(theirs.name).isEqualTo("v3");
        assertThat(theirs.params).isEqualTo(Map.of("sensitivity", "0.5"));
        assertThat(theirs.tags)
                .containsEntry("mlflow.user", "lena")
                .containsEntry("watchkeeper.run_id", run.value())
                .containsEntry("watchkeeper.model_number", "3");
        assertThat(theirs.metrics)
                .extracting(metric -> metric.path("key").asText() + " " + metric.path("step") + " "
                        + metric.path("value").asDouble() + " " + metric.path("timestamp"))
                .containsExactly("loss 0 3.0 " + NOW.toEpochMilli(), "loss 1 2.0 " + NOW.toEpochMilli());
        assertThat(theirs.status).isEqualTo("FINISHED");
        assertThat(theirs.startTime).isEqualTo(NOW.toEpochMilli());
        assertThat(theirs.endTime).isEqualTo(NOW.plusSeconds(60).toEpochMilli());
        String folder = theirs.experiment + "/" + theirs.id + "/artifacts/";
        assertThat(files())
                .isEqualTo(Map.of(folder + "model/v3.wkmodel", "\1\2\3", folder + "leakage.json", "{\"clean\": true}"));
    }

    @Test
    void theLinkLeadsToTheRunOnceItIsThere() {
        RunId run = tracking.start(start(1));
        awaitSent();

        MlflowState.Run theirs = onlyRun();
        assertThat(tracking.link(run))
                .contains(URI.create(server.uri() + "/#/experiments/" + theirs.experiment + "/runs/" + theirs.id));
    }

    @Test
    void aSignatureAppearsInTheFileByWhichMlflowKnowsModels() {
        RunId run = tracking.start(start(1));

        tracking.logSignature(
                run,
                new ModelSignature(List.of(
                        new ModelSignature.Input("flow", new Unit("m³/h")),
                        new ModelSignature.Input("o'ring", Unit.NONE))));
        awaitSent();

        MlflowState.Run theirs = onlyRun();
        String model = files().values().iterator().next();
        assertThat(files()).containsOnlyKeys(theirs.experiment + "/" + theirs.id + "/artifacts/model/MLmodel");
        assertThat(model)
                .contains("artifact_path: model\n")
                .contains("run_id: '" + theirs.id + "'\n")
                .contains("  inputs: '[{\"type\":\"double\",\"name\":\"flow [m³/h]\",\"required\":true},"
                        + "{\"type\":\"double\",\"name\":\"o''ring\",\"required\":true}]'\n")
                .contains("  outputs: '[{\"type\":\"double\",\"name\":\"score\",\"required\":true}]'\n");
        assertThat(theirs.tags.get("mlflow.log-model.history"))
                .contains(theirs.id)
                .contains("\"artifact_path\":\"model\"");
    }

    @Test
    void versionsAreRegisteredAndTheirAliasesFollow() {
        registered(1);
        registered(4);
        tracking.setAlias(PUMP, ModelAlias.CHAMPION, 1);
        tracking.setAlias(PUMP, ModelAlias.CHALLENGER, 4);
        awaitSent();
        Map<String, String> before = aliases();

        tracking.setAlias(PUMP, ModelAlias.CHAMPION, 4);
        tracking.deleteAlias(PUMP, ModelAlias.CHALLENGER);
        awaitSent();

        assertThat(before).isEqualTo(Map.of("champion", "1", "challenger", "2"));
        assertThat(aliases()).isEqualTo(Map.of("champion", "2"));
        List<MlflowState.Version> versions = server.with(state -> state.versions("watchkeeper-P-101"));
        assertThat(versions)
                .extracting(version -> version.tags().get("watchkeeper.model_number"))
                .containsExactly("1", "4");
        assertThat(versions.get(0).source()).startsWith("mlflow-artifacts:/").endsWith("/artifacts/model");
    }

    @Test
    void moreThanOneRequestMayHoldIsSentInSeveral() {
        Map<String, String> params = IntStream.range(0, 250)
                .boxed()
                .collect(Collectors.toMap(i -> "p" + i, i -> "x".repeat(500), (a, b) -> a, TreeMap::new));
        RunId run = tracking.start(new RunStart(PUMP, 1, NOW, "lena", params));
        tracking.logMetrics(
                run,
                IntStream.range(0, 2_500).mapToObj(i -> point("loss", i, i)).toList());
        awaitSent();

        MlflowState.Run theirs = onlyRun();
        assertThat(theirs.params).isEqualTo(params);
        assertThat(theirs.metrics)
                .extracting(metric -> metric.path("step").asInt())
                .isEqualTo(IntStream.range(0, 2_500).boxed().toList());
    }

    @Test
    void anAssetWhoseNameMlflowDoesNotAllowGetsOneThatItDoes() {
        RunId run = tracking.start(new RunStart(new AssetId("Straße 7: 'Öl' 100%"), 1, NOW, "lena", Map.of()));
        tracking.register(run);
        awaitSent();

        assertThat(server.<List<String>>with(state -> List.copyOf(state.models.keySet())))
                .containsExactly("watchkeeper-Straße 7%3A 'Öl' 100%25");
    }

    @Test
    void theSecretGoesAlongAndStandsInNoLog() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Level before = root.getLevel();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        server.askFor("Basic bGVuYTpow6RyaW5n");
        server.mishaps(Mishaps.first(1, "GET /mlflow/experiments/get-by-name", Mishaps.status(500, "oops")));

        try {
            use(new MlflowSettings(server.uri(), "", "lena", "häring", "", DEADLINE));
            tracking.start(start(1));
            awaitSent();
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }

        assertThat(onlyRun().name).isEqualTo("v1");
        assertThat(List.copyOf(log.list))
                .isNotEmpty()
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("häring") || line.contains("bGVuYTpow6RyaW5n"));
    }

    @Test
    void aServerBelowAPathIsSpokenToThere() {
        use(new MlflowSettings(
                URI.create(server.uri() + MlflowServer.BASE + "/"), "", "", "", MlflowSettings.USUAL_PREFIX, DEADLINE));

        RunId run = champion(1);
        tracking.logArtefact(run, Artefact.text("grades.json", "[]"));
        awaitSent();

        assertThat(files()).hasSize(1);
        assertThat(tracking.link(run).orElseThrow().toString())
                .startsWith(server.uri() + MlflowServer.BASE + "/#/experiments/");
    }

    @Test
    void runsFromBeforeAServerWasNamedAreSentToIt() {
        use(TrackingSettings.LOCAL);
        RunId run = registered(1);
        tracking.setAlias(PUMP, ModelAlias.CHAMPION, 1);
        assertThat(tracking.link(run)).isEmpty();

        use(settings());
        awaitSent();

        assertThat(aliases()).isEqualTo(Map.of("champion", "1"));
        assertThat(tracking.link(run)).isPresent();
    }

    @Test
    void allThatIsSentAgainIsFoundAndNotDoubled() {
        RunId run = registered(1);
        tracking.logMetrics(run, List.of(point("loss", 0, 3)));
        awaitSent();

        tracking.sendAllAgain();
        awaitSent();

        assertThat(onlyRun().metrics).hasSize(1);
        assertThat(server.<List<MlflowState.Version>>with(state -> state.versions("watchkeeper-P-101")))
                .hasSize(1);
    }

    @Test
    void aServerThatHasLostAllGetsItAgain() {
        RunId run = registered(1);
        tracking.logMetrics(run, List.of(point("loss", 0, 3)));
        tracking.setAlias(PUMP, ModelAlias.CHAMPION, 1);
        awaitSent();
        server.with(state -> {
            state.experiments.clear();
            state.runs.clear();
            state.models.clear();
            state.aliases.clear();
            return true;
        });

        tracking.sendAllAgain();
        awaitSent();

        assertThat(onlyRun().metrics).extracting(JsonNode::toString).hasSize(1);
        assertThat(aliases()).isEqualTo(Map.of("champion", "1"));
    }

    private Map<String, String> files() {
        return server.with(state -> {
            Map<String, String> files = new TreeMap<>();
            state.files.forEach((path, bytes) -> files.put(path, new String(bytes, StandardCharsets.UTF_8)));
            return files;
        });
    }

    private static MetricPoint point(String name, long step, double value) {
        return new MetricPoint(name, step, NOW, value);
    }
}
