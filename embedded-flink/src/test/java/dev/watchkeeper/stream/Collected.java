package dev.watchkeeper.stream;

import dev.watchkeeper.stream.topic.TopicTail;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All that comes on a topic, from its beginning. */
public final class Collected implements AutoCloseable {
    private final List<ConsumerRecord<byte[], byte[]>> records = new CopyOnWriteArrayList<>();
    private final TopicTail tail;

    public Collected(String bootstrapServers, String topic) {
        tail = TopicTail.fromBeginning(bootstrapServers, topic, records::addAll);
    }

    public List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    @Override
    public void close() {
        tail.close();
    }
}
