package dev.watchkeeper.stream.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are missing; leaves alone those that are there. */
public final class TopicAdmin {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PARTITIONS = 4;

    private static final Map<String, String> NEWEST_OF_EACH_KEY =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    /** For keys that are written every few seconds: only closed segments are compacted. */
    private static final Map<String, String> NEWEST_OF_EACH_KEY_SOON = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(8 << 20),
            TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Duration.ofHours(1).toMillis()));

    private TopicAdmin() {}

    /**
     * Makes the missing topics on an embedded broker.
     *
     * @throws TopicException when the broker does not answer or refuses
     */
    public static void ensure(String bootstrapServers, Topics topics) {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        List<NewTopic> wanted = List.of(
                topic(topics.readings(), PARTITIONS, kept(Duration.ofDays(7), 2L << 30)),
                topic(topics.scores(), PARTITIONS, kept(Duration.ofDays(1), 1L << 30)),
                topic(topics.detections(), PARTITIONS, kept(Duration.ofDays(30), 256L << 20)),
                topic(topics.drift(), PARTITIONS, kept(Duration.ofDays(30), 256L << 20)),
                topic(topics.rejects(), 1, kept(Duration.ofDays(30), 1L << 30)),
                topic(topics.assets(), 1, NEWEST_OF_EACH_KEY),
                topic(topics.models(), PARTITIONS, NEWEST_OF_EACH_KEY),
                topic(topics.rules(), 1, NEWEST_OF_EACH_KEY),
                topic(topics.shadow(), 1, NEWEST_OF_EACH_KEY_SOON));
        try (Admin admin = Admin.create(properties)) {
            var results = admin.createTopics(wanted).values();
            List<String> failed = new ArrayList<>();
            for (var result : results.entrySet()) {
                try {
                    result.getValue().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        failed.add(result.getKey() + ": " + e.getCause());
                    }
                }
            }
            if (!failed.isEmpty()) {
                throw new TopicException("topics could not be made on " + bootstrapServers + ": " + failed, null);
            }
        } catch (TimeoutException e) {
            throw new TopicException("the broker at " + bootstrapServers + " did not answer in " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicException("interrupted while making topics", e);
        }
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> config) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
    }

    private static Map<String, String> kept(Duration age, long bytesPerPartition) {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(age.toMillis()),
                TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(bytesPerPartition),
                // Replays carry old event times: what counts is when a record came in.
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    }
}
