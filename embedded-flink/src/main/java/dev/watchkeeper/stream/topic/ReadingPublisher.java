package dev.watchkeeper.stream.topic;

import dev.watchkeeper.engine.intake.Rejection;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.wire.AssetCodec;
import dev.watchkeeper.engine.wire.EndOfRun;
import dev.watchkeeper.engine.wire.ReadingCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends readings and descriptions of assets to Kafka. Thread-safe; sending waits when the broker does not keep up.
 *
 * <p>A record that could not be sent is told by the next call of any method, as a {@link TopicException}.
 */
public final class ReadingPublisher implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String bootstrapServers;
    private final Topics topics;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public ReadingPublisher(String bootstrapServers, Topics topics) {
        this.bootstrapServers = bootstrapServers;
        this.topics = topics;
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Describes an asset: from now on the readings of its sensors are known. */
    public void describe(Asset asset) {
        send(topics.assets(), asset.id(), AssetCodec.encode(asset));
    }

    public void send(Reading reading) {
        send(topics.readings(), reading.sensor().asset(), ReadingCodec.encode(reading));
    }

    /** Marks the end of a replay for an asset. */
    public void end(EndOfRun end) {
        send(topics.readings(), end.asset(), ReadingCodec.encode(end));
    }

    /** Sends bytes as they are, for an asset; what they are worth the job will say. */
    public void sendRaw(AssetId asset, byte[] value) {
        send(topics.readings(), asset, value);
    }

    /** Puts bytes that never became a record on the rejects topic. */
    public void reject(Rejection rejection, byte[] value) {
        byte[] key = (rejection.topic() + ":" + rejection.offset()).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topics.rejects(), key, value);
        rejection
                .toHeaders()
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    /** Returns when all that was sent has been taken by the broker. */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }

    private void send(String topic, AssetId asset, byte[] value) {
        send(new ProducerRecord<>(topic, asset.value().getBytes(StandardCharsets.UTF_8), value));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        throwFailure();
        try {
            var unused = producer.send(record, (metadata, exception) -> {
                if (exception != null) {
                    failure.compareAndSet(null, exception);
                }
            });
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    private void throwFailure() {
        Exception failed = failure.getAndSet(null);
        if (failed != null) {
            throw failed(failed);
        }
    }

    private TopicException failed(Exception cause) {
        return new TopicException(
                "a record could not be sent to the broker at " + bootstrapServers + ": " + cause.getMessage(), cause);
    }
}
