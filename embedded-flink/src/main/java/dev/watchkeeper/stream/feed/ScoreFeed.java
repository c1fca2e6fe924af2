package dev.watchkeeper.stream.feed;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.wire.ScoredReadingCodec;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.topic.TopicTail;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings scores to the screens and into history. */
public final class ScoreFeed implements TopicTail.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ScoreFeed.class);

    private final LiveReadings live;
    private final ReadingHistory history;

    public ScoreFeed(LiveReadings live, ReadingHistory history) {
        this.live = live;
        this.history = history;
    }

    @Override
    public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ScoredReading> scores = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                scores.add(ScoredReadingCodec.decode(record.value()));
            } catch (WireException e) {
                LOG.warn("Score at offset {} of {} is passed over", record.offset(), record.topic(), e);
            }
        }
        live.addScores(scores);
        history.addScores(scores);
    }
}
