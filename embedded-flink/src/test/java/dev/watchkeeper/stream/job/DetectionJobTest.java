package dev.watchkeeper.stream.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.wire.DetectionCodec;
import dev.watchkeeper.engine.wire.DetectionMessage;
import dev.watchkeeper.engine.wire.DetectionRecord;
import dev.watchkeeper.engine.wire.EndOfRun;
import dev.watchkeeper.engine.wire.RunSummary;
import dev.watchkeeper.engine.wire.ScoredReadingCodec;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.Collected;
import dev.watchkeeper.stream.EmbeddedStream;
import dev.watchkeeper.stream.topic.ReadingPublisher;
import dev.watchkeeper.stream.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionJobTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final SensorId FLOW = SensorId.of("P-1", "flow");
    private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
    private static final String RUN = "run-1";

    @TempDir
    private Path directory;

    @Test
    void aJumpOpensAnEpisodeAndEveryReadingIsScoredOnceInOrder() throws Exception {
        try (EmbeddedStream stream = new EmbeddedStream(directory);
                ReadingPublisher publisher = new ReadingPublisher(stream.bootstrapServers(), Topics.STANDARD);
                Collected scores = new Collected(stream.bootstrapServers(), Topics.STANDARD.scores());
                Collected detections = new Collected(stream.bootstrapServers(), Topics.STANDARD.detections())) {
            publisher.describe(asset(FLOW));
            List<Reading> readings = wave(FLOW, 1_500, 1_200);
            swapNeighbours(readings);

            readings.forEach(publisher::send);
            publisher.end(new EndOfRun(FLOW.asset(), RUN));
            publisher.flush();

            RunSummary summary = awaitSummary(detections);
            assertThat(summary).isEqualTo(new RunSummary(FLOW.asset(), RUN, 1_500, 0, 0));
            await().atMost(PATIENCE).until(() -> scores.records().size() >= 1_500);
            List<ScoredReading> scored = scored(scores);
            assertThat(scored).extracting(ScoredReading::time).isSorted().doesNotHaveDuplicates();
            assertThat(opened(detections))
                    .anySatisfy(detection -> assertThat(detection.openedAt())
                            .isBetween(START.plusSeconds(1_200), START.plusSeconds(1_260)));
        }
    }

    @Test
    void tenThousandBadRecordsAmongAHundredThousandGoodOnesCostNotOneGoodOne() throws Exception {
        List<SensorId> sensors = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sensors.add(SensorId.of("A-" + i % 5, "s" + i));
        }
        int perSensor = 5_000;
        int bad = 10_000;
        try (EmbeddedStream stream = new EmbeddedStream(directory, 2);
                ReadingPublisher publisher = new ReadingPublisher(stream.bootstrapServers(), Topics.STANDARD);
                Collected scores = new Collected(stream.bootstrapServers(), Topics.STANDARD.scores());
                Collected rejects = new Collected(stream.bootstrapServers(), Topics.STANDARD.rejects())) {
            for (int i = 0; i < 5; i++) {
                int asset = i;
                publisher.describe(asset(sensors.stream()
                        .filter(sensor -> sensor.asset().value().equals("A-" + asset))
                        .toArray(SensorId[]::new)));
            }
            Random random = new Random(7);
            int sentBad = 0;
            for (int i = 0; i < perSensor; i++) {
                for (SensorId sensor : sensors) {
                    publisher.send(Reading.good(sensor, START.plusSeconds(i), 10 + random.nextGaussian()));
                    if (sentBad < bad && random.nextInt(10) < 2) {
                        publisher.sendRaw(new AssetId("A-1"), bad(sentBad++));
                    }
                }
            }
            publisher.flush();
            int expectedBad = sentBad;

            await().atMost(PATIENCE).until(() -> scores.records().size() >= perSensor * sensors.size());
            await().atMost(PATIENCE).until(() -> rejects.records().size() >= expectedBad);

            assertThat(expectedBad).isEqualTo(bad);
            Set<String> judged = new HashSet<>();
            for (ScoredReading scored : scored(scores)) {
                assertThat(judged.add(scored.sensor() + "@" + scored.time())).isTrue();
            }
            assertThat(judged).hasSize(perSensor * sensors.size());
            TreeMap<String, Integer> reasons = new TreeMap<>();
            for (ConsumerRecord<byte[], byte[]> reject : rejects.records()) {
                assertThat(reject.headers().lastHeader("watchkeeper.detail")).isNotNull();
                reasons.merge(header(reject, "watchkeeper.reason"), 1, Integer::sum);
            }
            assertThat(rejects.records()).hasSize(bad);
            assertThat(reasons.keySet())
                    .contains(
                            "broken-record",
                            "wrong-type",
                            "unknown-sensor",
                            "future-time",
                            "ancient-time",
                            "not-finite",
                            "too-large");
        }
    }

    @Test
    void aSensorDescribedAfterItsFirstReadingsLosesNone() throws Exception {
        try (EmbeddedStream stream = new EmbeddedStream(directory);
                ReadingPublisher publisher = new ReadingPublisher(stream.bootstrapServers(), Topics.STANDARD);
                Collected detections = new Collected(stream.bootstrapServers(), Topics.STANDARD.detections())) {
            for (Reading reading : wave(FLOW, 100, 100)) {
                publisher.send(reading);
            }
            publisher.end(new EndOfRun(FLOW.asset(), RUN));
            publisher.flush();

            publisher.describe(asset(FLOW));
            publisher.flush();

            assertThat(awaitSummary(detections)).isEqualTo(new RunSummary(FLOW.asset(), RUN, 100, 0, 0));
        }
    }

    @Test
    void aReadingSentASecondTimeIsCountedAndNotScoredAgain() throws Exception {
        try (EmbeddedStream stream = new EmbeddedStream(directory);
                ReadingPublisher publisher = new ReadingPublisher(stream.bootstrapServers(), Topics.STANDARD);
                Collected detections = new Collected(stream.bootstrapServers(), Topics.STANDARD.detections())) {
            publisher.describe(asset(FLOW));
            List<Reading> readings = wave(FLOW, 50, 50);
            readings.forEach(publisher::send);
            readings.forEach(publisher::send);
            publisher.end(new EndOfRun(FLOW.asset(), RUN));
            publisher.flush();

            assertThat(awaitSummary(detections)).isEqualTo(new RunSummary(FLOW.asset(), RUN, 50, 50, 0));
        }
    }

    @Test
    void afterARestartTheJobGoesOnWhereItStood() throws Exception {
        List<Reading> readings = wave(FLOW, 1_500, 1_200);
        try (EmbeddedStream stream = new EmbeddedStream(directory);
                ReadingPublisher publisher = new ReadingPublisher(stream.bootstrapServers(), Topics.STANDARD);
                Collected detections = new Collected(stream.bootstrapServers(), Topics.STANDARD.detections())) {
            publisher.describe(asset(FLOW));
            readings.subList(0, 700).forEach(publisher::send);
            publisher.end(new EndOfRun(FLOW.asset(), "before"));
            publisher.flush();
            await().atMost(PATIENCE)
                    .until(() -> !summaries(detections, "before").isEmpty());
        }

        try (EmbeddedStream stream = new EmbeddedStream(directory);
                ReadingPublisher publisher = new ReadingPublisher(stream.bootstrapServers(), Topics.STANDARD);
                Collected detections = new Collected(stream.bootstrapServers(), Topics.STANDARD.detections())) {
            readings.subList(700, 1_500).forEach(publisher::send);
            publisher.end(new EndOfRun(FLOW.asset(), RUN));
            publisher.flush();

            assertThat(awaitSummary(detections)).isEqualTo(new RunSummary(FLOW.asset(), RUN, 800, 0, 0));
            assertThat(opened(detections))
                    .anySatisfy(detection -> assertThat(detection.openedAt())
                            .isBetween(START.plusSeconds(1_200), START.plusSeconds(1_260)));
        }
    }

    private static RunSummary awaitSummary(Collected detections) {
        return await().atMost(PATIENCE)
                .until(() -> summaries(detections, RUN), found -> !found.isEmpty())
                .get(0);
    }

    private static List<RunSummary> summaries(Collected detections, String run) throws WireException {
        List<RunSummary> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : detections.records()) {
            DetectionRecord decoded = DetectionCodec.decode(record.value());
            if (decoded instanceof RunSummary summary && summary.run().equals(run)) {
                found.add(summary);
            }
        }
        return found;
    }

    private static List<Detection> opened(Collected detections) throws WireException {
        List<Detection> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : detections.records()) {
            if (DetectionCodec.decode(record.value()) instanceof DetectionMessage message
                    && message.detection().phase() == Detection.Phase.OPENED) {
                found.add(message.detection());
            }
        }
        return found;
    }

    private static List<ScoredReading> scored(Collected scores) throws WireException {
        List<ScoredReading> scored = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : scores.records()) {
            scored.add(ScoredReadingCodec.decode(record.value()));
        }
        return scored;
    }

    private static Asset asset(SensorId... sensors) {
        AssetId id = sensors[0].asset();
        List<Sensor> described = new ArrayList<>();
        for (SensorId sensor : sensors) {
            described.add(Sensor.named(sensor));
        }
        return new Asset(id, id.value(), "", described);
    }

    /** A noisy daily wave, read once a second, that jumps far up at a sample and stays there. */
    private static List<Reading> wave(SensorId sensor, int samples, int jumpAt) {
        Random random = new Random(11);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            double value = 50 + 5 * Math.sin(i / 60.0) + 0.3 * random.nextGaussian() + (i >= jumpAt ? 40 : 0);
            readings.add(Reading.good(sensor, START.plusSeconds(i), value));
        }
        return readings;
    }

    private static void swapNeighbours(List<Reading> readings) {
        for (int i = 0; i + 1 < readings.size(); i += 2) {
            Collections.swap(readings, i, i + 1);
        }
    }

    private static byte[] bad(int i) {
        String good = "{\"v\":1,\"asset\":\"A-1\",\"sensor\":\"s1\",\"time\":1714521600000,\"value\":1.0}";
        String text = switch (i % 10) {
            case 0 -> good.substring(0, 30);
            case 1 -> good.replace("1.0", "\"one\"");
            case 2 -> good.replace("s1", "nobody");
            case 3 -> good.replace("1714521600000", "4102444800000");
            case 4 -> good.replace("1714521600000", "86400000");
            case 5 -> good.replace("1.0", "NaN");
            case 6 -> good.replace("\"s1\"", "\"" + "x".repeat(70_000) + "\"");
            case 7 -> "";
            case 8 -> good.replace("\"v\":1", "\"v\":99");
            default -> good.replace("\"value\":1.0", "\"other\":1.0");
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
