package dev.watchkeeper.stream.topic;

import dev.watchkeeper.engine.alarm.rule.RulePublisher;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.wire.RuleCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends rules to Kafka, keyed by asset and name, so that compaction keeps the newest of each. Written by all replicas before it
 * returns, and once however often sending is tried again. Thread-safe.
 */
public final class KafkaRulePublisher implements RulePublisher, AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);
    /** Somebody who has pressed Save waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private static final int REQUESTS_IN_PATIENCE = 3;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String bootstrapServers;
    private final String topic;

    public KafkaRulePublisher(String bootstrapServers, Topics topics) {
        int patienceMillis = Math.toIntExact(PATIENCE.toMillis());
        this.bootstrapServers = bootstrapServers;
        topic = topics.rules();
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patienceMillis);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patienceMillis);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMillis / REQUESTS_IN_PATIENCE);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @throws TopicException when the broker does not take it in time */
    @Override
    public void publish(RuleUpdate update) {
        byte[] key = (update.asset() + "/" + update.name()).getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(topic, key, RuleCodec.encode(update)))
                    .get();
        } catch (ExecutionException e) {
            throw failed(update, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            throw failed(update, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(update, e);
        }
    }

    private TopicException failed(RuleUpdate update, Throwable cause) {
        return new TopicException(
                "Rule " + update.asset() + "/" + update.name() + " did not reach the broker at " + bootstrapServers
                        + " (" + cause.getMessage() + ")",
                cause);
    }

    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }
}
