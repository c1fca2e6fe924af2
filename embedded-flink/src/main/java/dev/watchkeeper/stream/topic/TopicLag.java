package dev.watchkeeper.stream.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many records of a topic a consumer group has not committed yet. A Flink job commits with its checkpoints, so up to
 * one interval's records are counted though they have been read.
 */
public final class TopicLag implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicLag.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final String group;
    private final String topic;

    public TopicLag(String bootstrapServers, String group, String topic) {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        admin = Admin.create(properties);
        this.group = group;
        this.topic = topic;
    }

    /** The records not committed, over all partitions; 0 when the broker does not say. */
    public long records() {
        try {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            committed.forEach((partition, offset) -> {
                if (partition.topic().equals(topic) && offset != null) {
                    asked.put(partition, OffsetSpec.latest());
                }
            });
            long lag = 0;
            for (var end : admin.listOffsets(asked)
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .entrySet()) {
                lag += Math.max(
                        0, end.getValue().offset() - committed.get(end.getKey()).offset());
            }
            return lag;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The lag of group {} on topic {} is not known", group, topic, e);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
