package dev.watchkeeper.stream.job;

import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.model.deploy.ModelUpdate;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.wire.DeploymentCodec;
import dev.watchkeeper.engine.wire.DetectionCodec;
import dev.watchkeeper.engine.wire.DetectionMessage;
import dev.watchkeeper.engine.wire.EndOfRun;
import dev.watchkeeper.engine.wire.ModelRecord;
import dev.watchkeeper.engine.wire.RunSummary;
import dev.watchkeeper.engine.wire.ScoredReadingCodec;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.Collected;
import dev.watchkeeper.stream.EmbeddedStream;
import dev.watchkeeper.stream.topic.KafkaModelPublisher;
import dev.watchkeeper.stream.topic.ReadingPublisher;
import dev.watchkeeper.stream.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The detection job on a real broker and cluster, with all that goes in and comes out. */
final class Rig implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(90);

    final EmbeddedStream stream;
    final ReadingPublisher publisher;
    final KafkaModelPublisher models;
    final Collected rejects;
    private final Collected scores;
    private final Collected detections;
    private final Collected news;

    Rig(Path directory) {
        stream = new EmbeddedStream(directory);
        String bootstrap = stream.bootstrapServers();
        publisher = new ReadingPublisher(bootstrap, Topics.STANDARD);
        models = new KafkaModelPublisher(bootstrap, Topics.STANDARD, UUID::randomUUID);
        scores = new Collected(bootstrap, Topics.STANDARD.scores());
        detections = new Collected(bootstrap, Topics.STANDARD.detections());
        news = new Collected(bootstrap, Topics.STANDARD.shadow());
        rejects = new Collected(bootstrap, Topics.STANDARD.rejects());
    }

    void describe(SensorId... sensors) {
        AssetId asset = sensors[0].asset();
        publisher.describe(new Asset(
                asset,
                asset.value(),
                "",
                Arrays.stream(sensors).map(Sensor::named).toList()));
        publisher.flush();
    }

    /** Returns when all of them, and all sent before, are judged. */
    void judge(List<Reading> readings) {
        readings.forEach(publisher::send);
        end(readings.get(0).sensor().asset());
    }

    void end(AssetId asset) {
        String run = UUID.randomUUID().toString();
        publisher.end(new EndOfRun(asset, run));
        publisher.flush();
        await().atMost(PATIENCE)
                .until(() -> !decoded(detections, DetectionCodec::decode).stream()
                        .filter(record -> record instanceof RunSummary summary
                                && summary.run().equals(run))
                        .toList()
                        .isEmpty());
    }

    /** Publishes an update and returns what the job then tells of it first. */
    DeploymentNews follow(ModelUpdate update) {
        int before = news.records().size();
        models.publish(update);
        return await().atMost(PATIENCE)
                .until(() -> news().subList(before, news().size()), later -> !later.isEmpty())
                .get(0);
    }

    /** Puts bytes on the models topic as they are. */
    void sendModelRecord(ModelRecord record) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stream.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(Topics.STANDARD.models(), 0, key, record.value()));
            producer.flush();
        }
    }

    List<DeploymentNews> news() {
        return decoded(news, DeploymentCodec::decode);
    }

    List<ScoredReading> scores(SensorId sensor, int expected) {
        return await().atMost(PATIENCE)
                .until(
                        () -> decoded(scores, ScoredReadingCodec::decode).stream()
                                .filter(scored -> scored.sensor().equals(sensor))
                                .toList(),
                        found -> found.size() >= expected);
    }

    List<Detection> detections() {
        List<Detection> found = new ArrayList<>();
        decoded(detections, DetectionCodec::decode).forEach(record -> {
            if (record instanceof DetectionMessage message) {
                found.add(message.detection());
            }
        });
        return found;
    }

    private interface Decoder<T> {
        T decode(byte[] value) throws WireException;
    }

    private static <T> List<T> decoded(Collected collected, Decoder<T> decoder) {
        List<T> all = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : collected.records()) {
            try {
                all.add(decoder.decode(record.value()));
            } catch (WireException e) {
                throw new AssertionError("the job wrote what cannot be read", e);
            }
        }
        return all;
    }

    @Override
    public void close() {
        scores.close();
        detections.close();
        news.close();
        rejects.close();
        models.close();
        publisher.close();
        stream.close();
    }
}
