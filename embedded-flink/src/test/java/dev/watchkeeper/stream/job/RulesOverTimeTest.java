package dev.watchkeeper.stream.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.wire.DetectionCodec;
import dev.watchkeeper.engine.wire.EndOfRun;
import dev.watchkeeper.engine.wire.RunSummary;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.Collected;
import dev.watchkeeper.stream.Trained;
import dev.watchkeeper.stream.broker.EmbeddedBroker;
import dev.watchkeeper.stream.cluster.EmbeddedFlink;
import dev.watchkeeper.stream.cluster.RunningJob;
import dev.watchkeeper.stream.topic.KafkaRulePublisher;
import dev.watchkeeper.stream.topic.ReadingPublisher;
import dev.watchkeeper.stream.topic.TopicAdmin;
import dev.watchkeeper.stream.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that come, change and go while the job lives, and a job that is older than they are. */
class RulesOverTimeTest {
    private static final SensorId PRESSURE = SensorId.of("P-1", "pressure");
    private static final SensorId OTHER = SensorId.of("P-2", "pressure");
    private static final Instant START = Trained.START;
    private static final int JUMP = 1_200;

    @TempDir
    private Path directory;

    @Test
    void aCheckpointFromBeforeThereWereRulesIsTakenUpWithoutLossAndRulesWorkFromThenOn() throws Exception {
        List<Reading> readings = readings(1_500);
        runBeforeRules(readings.subList(0, 700));
        assertThat(checkpointsOnDisk()).contains(named("intake")).doesNotContain(named(BeforeRules.STATE));

        try (Rig rig = new Rig(directory);
                KafkaRulePublisher rules = new KafkaRulePublisher(rig.stream.bootstrapServers(), Topics.STANDARD)) {
            rules.publish(RuleUpdate.watch(limit(80)));
            awaitFollowed(rig, rules);
            List<Reading> again = readings.subList(650, 1_500);
            again.forEach(rig.publisher::send);
            RunSummary summary = end(rig, "after");

            assertThat(summary).isEqualTo(new RunSummary(PRESSURE.asset(), "after", 800, 50, 0));
            assertThat(rig.scores(PRESSURE, 1_500))
                    .extracting(scored -> scored.time())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .hasSize(1_500);
            assertThat(rig.detections())
                    .filteredOn(one -> !one.rule().equals(limit(80).name()) && one.phase() == Phase.OPENED)
                    .anySatisfy(one -> assertThat(one.openedAt())
                            .isBetween(START.plusSeconds(JUMP), START.plusSeconds(JUMP + 60)));
            assertThat(ofRule(rig.detections()))
                    .extracting(Detection::phase, Detection::openedAt)
                    .containsExactly(tuple(Phase.OPENED, START.plusSeconds(JUMP)));
        }
        // Which shows that the name would have been found.
        assertThat(checkpointsOnDisk()).contains(named(BeforeRules.STATE));
    }

    @Test
    void rulesChangeAndGoWhileReadingsFlowAndNoneIsLostOrJudgedTwice() throws Exception {
        ScheduledExecutorService producing = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger sent = new AtomicInteger();
        try (Rig rig = new Rig(directory);
                KafkaRulePublisher rules = new KafkaRulePublisher(rig.stream.bootstrapServers(), Topics.STANDARD)) {
            rig.describe(PRESSURE);
            var flow = producing.scheduleAtFixedRate(
                    () -> rig.publisher.send(
                            Reading.good(PRESSURE, START.plusMillis(100L * sent.getAndIncrement()), 7)),
                    0,
                    2,
                    TimeUnit.MILLISECONDS);

            rules.publish(RuleUpdate.watch(limit(6)));
            awaitTold(rig, 1);
            rules.publish(RuleUpdate.watch(limit(8)));
            awaitTold(rig, 2);
            rules.publish(RuleUpdate.watch(limit(5)));
            awaitTold(rig, 3);
            rules.publish(RuleUpdate.forget(PRESSURE.asset(), limit(5).name()));
            awaitTold(rig, 4);
            int before = sent.get();
            await().atMost(Rig.PATIENCE).until(() -> sent.get() > before + 500);
            flow.cancel(false);
            producing.shutdown();
            assertThat(producing.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            RunSummary summary = end(rig, "flow");

            assertThat(summary).isEqualTo(new RunSummary(PRESSURE.asset(), "flow", sent.get(), 0, 0));
            assertThat(rig.scores(PRESSURE, sent.get())).hasSize(sent.get());
            List<Detection> told = ofRule(rig.detections());
            assertThat(told)
                    .extracting(Detection::phase)
                    .containsExactly(Phase.OPENED, Phase.CLOSED, Phase.OPENED, Phase.CLOSED);
            assertThat(told.get(0).id())
                    .isEqualTo(told.get(1).id())
                    .isNotEqualTo(told.get(2).id());
            assertThat(told.get(2).id()).isEqualTo(told.get(3).id());
        } finally {
            producing.shutdownNow();
        }
    }

    @Test
    void theSameReadingsThroughTheJobTwiceGiveTheSameDetectionIds() throws Exception {
        List<Reading> readings = readings(1_500);

        List<Detection> first = detections(directory.resolve("first"), readings);
        List<Detection> second = detections(directory.resolve("second"), readings);

        assertThat(ofRule(first)).isNotEmpty();
        assertThat(first).anyMatch(one -> !one.rule().equals(limit(80).name()));
        assertThat(second)
                .extracting(Detection::id, Detection::phase, Detection::openedAt, Detection::at)
                .containsExactlyElementsOf(first.stream()
                        .map(one -> tuple(one.id(), one.phase(), one.openedAt(), one.at()))
                        .toList());
    }

    private static List<Detection> detections(Path directory, List<Reading> readings) throws IOException {
        Files.createDirectories(directory);
        try (Rig rig = new Rig(directory);
                KafkaRulePublisher rules = new KafkaRulePublisher(rig.stream.bootstrapServers(), Topics.STANDARD)) {
            rig.describe(PRESSURE);
            rules.publish(RuleUpdate.watch(limit(80)));
            awaitFollowed(rig, rules);
            rig.judge(readings);
            return rig.detections().stream()
                    .filter(one -> one.asset().equals(PRESSURE.asset()))
                    .toList();
        }
    }

    private void runBeforeRules(List<Reading> readings) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"));
        String bootstrap = broker.bootstrapServers();
        TopicAdmin.ensure(bootstrap, Topics.STANDARD);
        EmbeddedFlink flink = EmbeddedFlink.start(
                directory.resolve("flink"),
                new EmbeddedFlink.Settings(1, Duration.ofMillis(500), Duration.ofMillis(5)));
        RunningJob job = flink.run(
                DetectionJob.ID,
                DetectionJob.NAME,
                environment -> BeforeRules.define(
                        environment,
                        DetectionSettings.STANDARD,
                        Topics.STANDARD,
                        KafkaConnectors.sources(bootstrap, Topics.STANDARD),
                        KafkaConnectors.sinks(bootstrap, Topics.STANDARD)));
        try (ReadingPublisher publisher = new ReadingPublisher(bootstrap, Topics.STANDARD);
                Collected detections = new Collected(bootstrap, Topics.STANDARD.detections())) {
            publisher.describe(new Asset(PRESSURE.asset(), "P-1", "", List.of(Sensor.named(PRESSURE))));
            readings.forEach(publisher::send);
            publisher.end(new EndOfRun(PRESSURE.asset(), "before"));
            publisher.flush();
            await().atMost(Rig.PATIENCE)
                    .until(() -> !summaries(detections, "before").isEmpty());
        } finally {
            job.close();
            flink.close();
            broker.close();
        }
    }

    /** The name of a state as a checkpoint spells it: two bytes for its length before it. */
    private static String named(String state) {
        return "\0" + (char) state.length() + state;
    }

    /** All bytes of the checkpoints that are left, as characters. */
    private String checkpointsOnDisk() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory.resolve("flink").resolve("checkpoints"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static RunSummary end(Rig rig, String run) {
        rig.publisher.end(new EndOfRun(PRESSURE.asset(), run));
        rig.publisher.flush();
        try (Collected detections = new Collected(rig.stream.bootstrapServers(), Topics.STANDARD.detections())) {
            return await().atMost(Rig.PATIENCE)
                    .until(() -> summaries(detections, run), found -> !found.isEmpty())
                    .get(0);
        }
    }

    private static List<RunSummary> summaries(Collected detections, String run) throws WireException {
        List<RunSummary> found = new ArrayList<>();
        for (var record : detections.records()) {
            if (DetectionCodec.decode(record.value()) instanceof RunSummary summary
                    && summary.run().equals(run)) {
                found.add(summary);
            }
        }
        return found;
    }

    private static void awaitTold(Rig rig, int messages) {
        await().atMost(Rig.PATIENCE).until(() -> ofRule(rig.detections()).size() >= messages);
    }

    /** Rules come in order on one partition: when one that was sent later works, those before are followed. */
    private static void awaitFollowed(Rig rig, KafkaRulePublisher rules) {
        rig.describe(OTHER);
        rules.publish(RuleUpdate.watch(new Condition.Limit(OTHER, Level.HIGH, 1, 0, Delays.NONE)));
        AtomicInteger second = new AtomicInteger();
        await().atMost(Rig.PATIENCE).until(() -> {
            rig.judge(List.of(Reading.good(OTHER, START.plusSeconds(second.getAndIncrement()), 2)));
            return rig.detections().stream().anyMatch(one -> one.asset().equals(OTHER.asset()));
        });
    }

    private static List<Detection> ofRule(List<Detection> detections) {
        return detections.stream()
                .filter(one ->
                        one.asset().equals(PRESSURE.asset()) && one.rule().equals(limit(0).name()))
                .toList();
    }

    private static Condition limit(double limit) {
        return new Condition.Limit(PRESSURE, Level.HIGH, limit, 0, Delays.NONE);
    }

    private static List<Reading> readings(int samples) {
        return Trained.raised(Trained.wave(PRESSURE, START, samples, 11), JUMP, samples, 40);
    }
}
