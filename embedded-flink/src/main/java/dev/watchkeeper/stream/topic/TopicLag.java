package dev.watchkeeper.stream.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a consumer group has come on a topic, over all partitions. A Flink job commits with its checkpoints, so up to one
 * interval's records count as not read though they have been. Thread-safe.
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

    /** The records that the group has not committed; 0 when the broker does not say. */
    public long records() {
        try {
            return Math.max(0, end() - committed());
        } catch (TopicException e) {
            LOG.debug("The lag of group {} on topic {} is not known", group, topic, e);
            return 0;
        }
    }

    /**
     * The ends of the topic's partitions, added up.
     *
     * @throws TopicException when the broker does not say
     */
    public long end() {
        return sum(OffsetSpec.latest()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * Whether the group has committed as many records as the topic held when {@link #end} was asked.
     *
     * @throws TopicException when the broker does not say
     */
    public boolean reached(long end) {
        return committed() >= end;
    }

    private long committed() {
        Map<TopicPartition, Long> beginnings = sum(OffsetSpec.earliest());
        var committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        long total = 0;
        for (Map.Entry<TopicPartition, Long> beginning : beginnings.entrySet()) {
            var offset = committed.get(beginning.getKey());
            total += offset == null ? beginning.getValue() : offset.offset();
        }
        return total;
    }

    private Map<TopicPartition, Long> sum(OffsetSpec which) {
        var description =
                get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
        if (description == null) {
            throw new TopicException("there is no topic " + topic, null);
        }
        Map<TopicPartition, OffsetSpec> asked = description.partitions().stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .collect(Collectors.toMap(Function.identity(), ignored -> which));
        return get(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new TopicException("the broker does not tell about topic " + topic + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicException("interrupted while asking about topic " + topic, e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
