package dev.watchkeeper.stream.ingest;

import dev.watchkeeper.engine.wire.DetectionCodec;
import dev.watchkeeper.engine.wire.RunSummary;
import dev.watchkeeper.engine.wire.StreamPosition;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.topic.TopicTail;
import dev.watchkeeper.stream.topic.Topics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the summary of a replay: when it comes, every detection of the replay has come before it. */
public final class RunWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

    private final String run;
    private final CompletableFuture<Finished> finished = new CompletableFuture<>();
    private final TopicTail tail;

    /** The summary, and the position behind it: when the alarm desk has come so far, its alarms are raised. */
    public record Finished(RunSummary summary, StreamPosition behind) {}

    /** Begins to look; to be made before the replay sends its end. */
    public RunWatch(String bootstrapServers, Topics topics, String run) {
        this.run = run;
        tail = TopicTail.fromEnd(bootstrapServers, topics.detections(), this::look);
    }

    public CompletableFuture<Finished> finished() {
        return finished;
    }

    @Override
    public void close() {
        tail.close();
    }

    private void look(List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                if (DetectionCodec.decode(record.value()) instanceof RunSummary summary
                        && summary.run().equals(run)) {
                    StreamPosition behind = new StreamPosition(record.topic(), record.partition(), record.offset() + 1);
                    finished.complete(new Finished(summary, behind));
                }
            } catch (WireException e) {
                LOG.debug("Record at offset {} of {} is passed over", record.offset(), record.topic(), e);
            }
        }
    }
}
