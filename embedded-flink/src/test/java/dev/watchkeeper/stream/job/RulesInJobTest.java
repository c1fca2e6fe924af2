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
import dev.watchkeeper.engine.detect.rule.RuleWatches;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.stream.topic.KafkaRulePublisher;
import dev.watchkeeper.stream.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesInJobTest {
    private static final SensorId PRESSURE = SensorId.of("P-1", "pressure");
    private static final SensorId OTHER = SensorId.of("P-2", "pressure");
    private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
    private static final Delays DELAYS = new Delays(Duration.ofSeconds(3), Duration.ofSeconds(2));
    private static final Condition HIGH = new Condition.Limit(PRESSURE, Level.HIGH, 6, 1, DELAYS);

    @TempDir
    private Path directory;

    @Test
    void aLimitOpensAndClosesWithDeadbandAndDelaysAsItsWatchSays() {
        List<Reading> readings = values(0, 5, 7, 5, 7, 7, 7, 7, 7, 5.5, 5.5, 5.5, 5.5, 4, 4, 4, 4, 4);
        try (Rig rig = new Rig(directory);
                KafkaRulePublisher rules = new KafkaRulePublisher(rig.stream.bootstrapServers(), Topics.STANDARD)) {
            rig.describe(PRESSURE);
            rules.publish(RuleUpdate.watch(HIGH));
            awaitFollowed(rig, rules, 0);

            rig.judge(readings);

            assertThat(ofRule(rig))
                    .extracting(Detection::phase, Detection::openedAt, Detection::at)
                    .containsExactly(tuple(Phase.OPENED, at(3), at(6)), tuple(Phase.CLOSED, at(3), at(14)));
            assertThat(ofRule(rig)).isEqualTo(watched(readings));
        }
    }

    @Test
    void anEpisodeSurvivesARestartOfTheJobInItsMiddle() {
        List<Reading> readings = values(0, 5, 7, 7, 7, 7, 7, 7, 7, 4, 4, 4, 4);
        try (Rig rig = new Rig(directory);
                KafkaRulePublisher rules = new KafkaRulePublisher(rig.stream.bootstrapServers(), Topics.STANDARD)) {
            rig.describe(PRESSURE);
            rules.publish(RuleUpdate.watch(HIGH));
            awaitFollowed(rig, rules, 0);
            rig.judge(readings.subList(0, 6));
        }

        try (Rig rig = new Rig(directory)) {
            rig.judge(readings.subList(6, readings.size()));

            assertThat(ofRule(rig)).isEqualTo(watched(readings));
            assertThat(ofRule(rig)).extracting(Detection::phase).containsExactly(Phase.OPENED, Phase.CLOSED);
        }
    }

    @Test
    void aRuleIsChangedAndRemovedWhileReadingsComeAndWhatIsOpenIsClosedOnce() {
        Condition stricter = new Condition.Limit(PRESSURE, Level.HIGH, 4, 0, Delays.NONE);
        try (Rig rig = new Rig(directory);
                KafkaRulePublisher rules = new KafkaRulePublisher(rig.stream.bootstrapServers(), Topics.STANDARD)) {
            rig.describe(PRESSURE);
            rules.publish(RuleUpdate.watch(HIGH));
            awaitFollowed(rig, rules, 0);
            rig.judge(values(0, 5, 5, 5));
            assertThat(ofRule(rig)).isEmpty();

            rules.publish(RuleUpdate.watch(stricter));
            awaitFollowed(rig, rules, 1);
            rig.judge(values(3, 5, 5, 5));
            assertThat(ofRule(rig)).extracting(Detection::phase).containsExactly(Phase.OPENED);

            rules.publish(RuleUpdate.forget(PRESSURE.asset(), HIGH.name()));
            rules.publish(RuleUpdate.forget(PRESSURE.asset(), HIGH.name()));
            awaitFollowed(rig, rules, 2);
            rig.judge(values(6, 9, 9, 9));

            assertThat(ofRule(rig))
                    .extracting(Detection::phase, Detection::openedAt, Detection::at)
                    .containsExactly(tuple(Phase.OPENED, at(3), at(3)), tuple(Phase.CLOSED, at(3), at(5)));
        }
    }

    @Test
    void updatesThatCannotBeUsedAreRejectedWithAReasonAndHarmNoOther() {
        try (Rig rig = new Rig(directory);
                KafkaRulePublisher rules = new KafkaRulePublisher(rig.stream.bootstrapServers(), Topics.STANDARD)) {
            rig.describe(PRESSURE);
            String good = "{\"v\":1,\"asset\":\"P-1\",\"name\":\"pressure:high\",\"condition\":{\"kind\":\"limit\","
                    + "\"sensor\":\"pressure\",\"level\":\"high\",\"limit\":6}}";
            List<String> poison = List.of(
                    "",
                    "no rule",
                    good.substring(0, 40),
                    good.replace("\"limit\":6", "\"limit\":\"six\""),
                    good.replace("pressure:high", "pressure:low"),
                    good.replace("\"kind\":\"limit\"", "\"kind\":\"guess\""),
                    good.replace("\"v\":1", "\"v\":99"));
            send(rig, poison);
            rules.publish(RuleUpdate.watch(HIGH));
            awaitFollowed(rig, rules, 0);

            await().atMost(Rig.PATIENCE).until(() -> rig.rejects.records().size() >= poison.size());
            List<Reading> readings = values(0, 7, 7, 7, 7, 7);
            rig.judge(readings);

            assertThat(rig.rejects.records()).hasSize(poison.size());
            assertThat(rig.rejects.records())
                    .extracting(record -> header(record, "watchkeeper.reason"))
                    .contains("broken-record", "wrong-type", "wrong-value", "unknown-version");
            assertThat(ofRule(rig)).extracting(Detection::phase).containsExactly(Phase.OPENED);
        }
    }

    @Test
    void theEndOfAReplayClosesWhatOnlyWaitsForItsOffDelay() {
        try (Rig rig = new Rig(directory);
                KafkaRulePublisher rules = new KafkaRulePublisher(rig.stream.bootstrapServers(), Topics.STANDARD)) {
            rig.describe(PRESSURE);
            rules.publish(RuleUpdate.watch(HIGH));
            awaitFollowed(rig, rules, 0);

            rig.judge(values(0, 7, 7, 7, 7, 7, 4));

            assertThat(ofRule(rig)).extracting(Detection::phase).containsExactly(Phase.OPENED, Phase.CLOSED);
        }
    }

    /** What the same readings give without a stream. */
    private static List<Detection> watched(List<Reading> readings) {
        RuleWatches watches = new RuleWatches(PRESSURE.asset());
        watches.update(RuleUpdate.watch(HIGH));
        List<Detection> told = new ArrayList<>();
        readings.forEach(reading -> told.addAll(watches.judge(reading)));
        return told;
    }

    /** Rules come in order on one partition: when one that was sent later works, those before are followed. */
    private static void awaitFollowed(Rig rig, KafkaRulePublisher rules, int round) {
        Condition probe = new Condition.Limit(OTHER, Level.HIGH, round, 0, Delays.NONE);
        rig.describe(OTHER);
        rules.publish(RuleUpdate.forget(OTHER.asset(), probe.name()));
        rules.publish(RuleUpdate.watch(probe));
        int[] second = {round * 1_000};
        await().atMost(Rig.PATIENCE).until(() -> {
            rig.judge(List.of(Reading.good(OTHER, at(second[0]++), round + 0.5)));
            return rig.detections().stream()
                    .anyMatch(one -> one.asset().equals(OTHER.asset())
                            && one.phase() == Phase.OPENED
                            && !one.openedAt().isBefore(at(round * 1_000)));
        });
    }

    private static List<Detection> ofRule(Rig rig) {
        return rig.detections().stream()
                .filter(one -> one.asset().equals(PRESSURE.asset()))
                .toList();
    }

    private static void send(Rig rig, List<String> records) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, rig.stream.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String record : records) {
                var unused = producer.send(new ProducerRecord<>(
                        Topics.STANDARD.rules(),
                        "k".getBytes(StandardCharsets.UTF_8),
                        record.getBytes(StandardCharsets.UTF_8)));
            }
            producer.flush();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<Reading> values(int from, double... values) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            readings.add(Reading.good(PRESSURE, at(from + i), values[i]));
        }
        return readings;
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
