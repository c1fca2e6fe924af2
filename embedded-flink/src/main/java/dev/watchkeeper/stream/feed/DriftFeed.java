package dev.watchkeeper.stream.feed;

import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.wire.DriftCodec;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.topic.TopicTail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings drift reports to screens and history, batch by batch. */
public final class DriftFeed implements TopicTail.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(DriftFeed.class);

    private final Consumer<List<DriftReport>> reports;

    /** @param reports called in the tail's thread; where it throws, the batch comes again */
    public DriftFeed(Consumer<List<DriftReport>> reports) {
        this.reports = reports;
    }

    @Override
    public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
        List<DriftReport> batch = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                batch.add(DriftCodec.decode(record.value()));
            } catch (WireException e) {
                LOG.warn("Drift report at offset {} of {} is passed over", record.offset(), record.topic(), e);
            }
        }
        reports.accept(batch);
    }
}
