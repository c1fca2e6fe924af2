package dev.watchkeeper.stream.topic;

import dev.watchkeeper.engine.model.deploy.ModelPublishException;
import dev.watchkeeper.engine.model.deploy.ModelPublisher;
import dev.watchkeeper.engine.model.deploy.ModelUpdate;
import dev.watchkeeper.engine.wire.ModelCodec;
import dev.watchkeeper.engine.wire.ModelRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Sends models to Kafka: all chunks of an asset to one partition, though their keys differ, so that they stay in order.
 * Written by all replicas, and once however often sending is tried again.
 */
public final class KafkaModelPublisher implements ModelPublisher, AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REQUESTS_IN_PATIENCE = 3;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String bootstrapServers;
    private final String topic;
    private final Supplier<UUID> publishings;

    /** @param publishings gives an id for each publishing, never the same twice */
    public KafkaModelPublisher(String bootstrapServers, Topics topics, Supplier<UUID> publishings) {
        this(bootstrapServers, topics, publishings, PATIENCE);
    }

    /** @param patience how long the broker may take for a record */
    KafkaModelPublisher(String bootstrapServers, Topics topics, Supplier<UUID> publishings, Duration patience) {
        int patienceMillis = Math.toIntExact(patience.toMillis());
        this.bootstrapServers = bootstrapServers;
        topic = topics.models();
        this.publishings = publishings;
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patienceMillis);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMillis / REQUESTS_IN_PATIENCE);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Whole updates one after the other, so that their chunks are not mixed. */
    @Override
    public synchronized void publish(ModelUpdate update) {
        try {
            int partitions = producer.partitionsFor(topic).size();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ModelRecord record : ModelCodec.encode(update, publishings.get())) {
                sent.add(producer.send(new ProducerRecord<>(
                        topic,
                        partition(record, partitions),
                        record.key().getBytes(StandardCharsets.UTF_8),
                        record.value())));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw failed(update, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException | IllegalArgumentException e) {
            throw failed(update, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(update, e);
        }
    }

    private static int partition(ModelRecord record, int partitions) {
        byte[] asset = record.asset().value().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(asset)) % partitions;
    }

    private ModelPublishException failed(ModelUpdate update, Throwable cause) {
        return new ModelPublishException(
                "The model of " + update.asset() + " did not reach the broker at " + bootstrapServers + " ("
                        + cause.getMessage() + "); see to the broker, then publish it again.",
                cause);
    }

    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }
}
