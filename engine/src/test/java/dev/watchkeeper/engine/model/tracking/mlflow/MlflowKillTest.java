package dev.watchkeeper.engine.model.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.testing.ForkedJvm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server gets when the program is killed while it sends. */
class MlflowKillTest extends MlflowBench {
    @ParameterizedTest
    @CsvSource({
        "2, POST /mlflow/runs/create",
        "5, POST /mlflow/runs/log-batch",
        "3, POST /mlflow/model-versions/create",
    })
    void afterAKillAmidARequestEverythingArrivesOnceAndInOrder(int nth, String endpoint) throws InterruptedException {
        end();
        CountDownLatch reached = new CountDownLatch(nth);
        server.mishaps(asked -> (exchange, usual) -> {
            MlflowServer.Reply reply = usual.run();
            if (asked.equals(endpoint)) {
                reached.countDown();
            }
            if (reached.getCount() > 0 || !asked.equals(endpoint)) {
                exchange.send(reply);
            }
        });
        try (ForkedJvm sender = ForkedJvm.start(RunWriterProcess.class, directory, server.uri())) {
            sender.await("written");
            assertThat(reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            sender.kill();
        }
        server.heal();

        begin();
        awaitSent();

        List<MlflowState.Run> runs = server.with(MlflowState::active);
        assertThat(server.<Integer>with(state -> state.runs.size())).isEqualTo(RunWriterProcess.RUNS);
        assertThat(runs)
                .extracting(run -> run.name + " " + run.status)
                .containsExactly("v1 FINISHED", "v2 FINISHED", "v3 FINISHED", "v4 FINISHED", "v5 FINISHED");
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.metrics)
                        .extracting(metric -> metric.path("step").asInt())
                        .containsExactly(0, 1, 2));
        assertThat(server.<List<MlflowState.Version>>with(state -> state.versions("watchkeeper-P-101")))
                .extracting(version -> version.tags().get("watchkeeper.model_number"))
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(aliases()).isEqualTo(Map.of("champion", "5"));
    }
}
