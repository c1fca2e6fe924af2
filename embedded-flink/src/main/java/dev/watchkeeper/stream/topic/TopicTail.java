package dev.watchkeeper.stream.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a topic on a thread of its own and hands on what comes, batch by batch, at least once and in the order of each
 * partition. When the handler fails, the same batch is handed on again, with growing pauses, until it succeeds.
 */
public final class TopicTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    /** Works in what came. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Works in a batch.
         *
         * @throws Exception when it could not; the same records come again
         */
        void handle(List<ConsumerRecord<byte[], byte[]>> records) throws Exception;
    }

    /** Where to begin. */
    @FunctionalInterface
    public interface Start {
        /** The next offset to read of each partition that has been read before; others are read from their beginning. */
        Map<Integer, Long> positions(String topic);
    }

    private final String topic;
    private final boolean commits;
    private final Handler handler;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String trouble;
    private final Map<TopicPartition, Long> endAtStart;
    private volatile boolean caughtUp;

    /** Sets the consumer, to which the partitions are assigned, to where it begins. */
    @FunctionalInterface
    private interface Seek {
        void seek(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions);
    }

    private TopicTail(Properties properties, String topic, Seek seek, Handler handler) {
        this.topic = topic;
        this.commits = properties.containsKey(ConsumerConfig.GROUP_ID_CONFIG);
        this.handler = handler;
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new TopicException("the broker does not know it", null);
            }
            consumer.assign(partitions);
            endAtStart = consumer.endOffsets(partitions);
            seek.seek(consumer, partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw new TopicException("topic " + topic + " cannot be followed: " + e.getMessage(), e);
        }
        this.thread = new Thread(this::run, "tail-" + topic);
        this.thread.setDaemon(true);
    }

    /**
     * Follows a topic from where the group last stood; the position is kept by the broker after each batch.
     *
     * @param again how many records before that, of each partition, are handed on again, because the handler may have
     *     held them in memory only
     */
    public static TopicTail ofGroup(String bootstrapServers, String group, String topic, int again, Handler handler) {
        Properties properties = properties(bootstrapServers);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        Seek seek = (consumer, partitions) -> consumer.committed(Set.copyOf(partitions))
                .forEach((partition, committed) -> {
                    if (committed != null) {
                        consumer.seek(partition, Math.max(0, committed.offset() - again));
                    }
                });
        return started(new TopicTail(properties, topic, seek, handler));
    }

    /** Follows a topic from positions that the handler itself keeps. */
    public static TopicTail from(Start start, String bootstrapServers, String topic, Handler handler) {
        Seek seek = (consumer, partitions) -> {
            Map<Integer, Long> positions = start.positions(topic);
            for (TopicPartition partition : partitions) {
                Long position = positions.get(partition.partition());
                if (position == null) {
                    consumer.seekToBeginning(List.of(partition));
                } else {
                    consumer.seek(partition, position);
                }
            }
        };
        return started(new TopicTail(properties(bootstrapServers), topic, seek, handler));
    }

    /** Follows a topic from its beginning. */
    public static TopicTail fromBeginning(String bootstrapServers, String topic, Handler handler) {
        return from(ignored -> Map.of(), bootstrapServers, topic, handler);
    }

    /** Follows a topic from its end: what is written after this has returned is handed on. */
    public static TopicTail fromEnd(String bootstrapServers, String topic, Handler handler) {
        Seek seek = (consumer, partitions) -> consumer.endOffsets(partitions).forEach(consumer::seek);
        return started(new TopicTail(properties(bootstrapServers), topic, seek, handler));
    }

    /** Follows a topic from the first record that the broker took at a moment or later. */
    public static TopicTail since(Instant moment, String bootstrapServers, String topic, Handler handler) {
        Seek seek = (consumer, partitions) -> {
            consumer.endOffsets(partitions).forEach(consumer::seek);
            Map<TopicPartition, Long> asked = new HashMap<>();
            partitions.forEach(partition -> asked.put(partition, moment.toEpochMilli()));
            consumer.offsetsForTimes(asked).forEach((partition, found) -> {
                if (found != null) {
                    consumer.seek(partition, found.offset());
                }
            });
        };
        return started(new TopicTail(properties(bootstrapServers), topic, seek, handler));
    }

    private static TopicTail started(TopicTail tail) {
        tail.thread.start();
        return tail;
    }

    private static Properties properties(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }

    /** Whether it has worked in what was on the topic when it began. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** What keeps it from going on, in one sentence; empty when nothing does. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!isClosing()) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
                if (!polled.isEmpty()) {
                    handOn(polled);
                }
                caughtUp = caughtUp || hasReached(endAtStart);
            }
        } catch (WakeupException e) {
            if (!isClosing()) {
                throw e;
            }
        } catch (RuntimeException e) {
            trouble = "Topic " + topic + " is not followed any more (" + e.getMessage() + "); restart Watchkeeper.";
            LOG.error("Following topic {} has ended by an error; restart Watchkeeper to follow it again", topic, e);
        }
    }

    private boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void handOn(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
        polled.forEach(records::add);
        long pause = FIRST_PAUSE_MILLIS;
        while (!isClosing()) {
            try {
                handler.handle(records);
                trouble = null;
                commit(polled);
                return;
            } catch (WakeupException e) {
                throw e;
            } catch (Exception e) {
                trouble = "Records of topic " + topic + " cannot be worked in and are tried again: " + e.getMessage();
                LOG.warn("{} records of topic {} could not be worked in; trying again", records.size(), topic, e);
                if (awaitClosing(pause)) {
                    return;
                }
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void commit(ConsumerRecords<byte[], byte[]> polled) {
        if (!commits) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            next.put(
                    partition,
                    new OffsetAndMetadata(records.get(records.size() - 1).offset() + 1));
        }
        consumer.commitAsync(next, null);
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private boolean awaitClosing(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
