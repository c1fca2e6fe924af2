package dev.watchkeeper.stream.feed;

import dev.watchkeeper.engine.intake.RecordHead;
import dev.watchkeeper.engine.intake.RejectBook;
import dev.watchkeeper.engine.intake.RejectedRecord;
import dev.watchkeeper.engine.intake.Rejection;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.topic.TopicTail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books rejected records, each once however often it comes. */
public final class RejectFeed implements TopicTail.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(RejectFeed.class);

    private final RejectBook book;
    private final AtomicLong count;

    public RejectFeed(RejectBook book) {
        this.book = book;
        count = new AtomicLong(book.count());
    }

    /** How many records were ever rejected. */
    public long count() {
        return count.get();
    }

    @Override
    public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
        List<RejectedRecord> rejected = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Map<String, String> headers = new HashMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            try {
                Rejection rejection = Rejection.fromHeaders(headers);
                rejected.add(new RejectedRecord(
                        rejection.topic(),
                        rejection.partition(),
                        rejection.offset(),
                        rejection.reason().code(),
                        rejection.detail(),
                        rejection.rejectedAt(),
                        RecordHead.of(record.value())));
            } catch (WireException e) {
                LOG.warn("Rejected record at offset {} of {} is passed over", record.offset(), record.topic(), e);
            }
        }
        count.addAndGet(book.add(rejected));
    }
}
