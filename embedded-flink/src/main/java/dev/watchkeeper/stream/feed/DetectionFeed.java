package dev.watchkeeper.stream.feed;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.wire.DetectionCodec;
import dev.watchkeeper.engine.wire.DetectionMessage;
import dev.watchkeeper.engine.wire.DetectionRecord;
import dev.watchkeeper.engine.wire.RunSummary;
import dev.watchkeeper.engine.wire.StreamPosition;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.topic.TopicTail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings detections to the alarm desk, which keeps how far it has come, and keeps the assets' totals. */
public final class DetectionFeed implements TopicTail.Handler, TopicTail.Start {
    private static final Logger LOG = LoggerFactory.getLogger(DetectionFeed.class);

    private final AlarmDesk desk;
    private final Map<AssetId, RunSummary> totals = new ConcurrentHashMap<>();

    public DetectionFeed(AlarmDesk desk) {
        this.desk = desk;
    }

    /** Readings that came too late to be scored, or twice, over all assets that have told since this began. */
    public long late() {
        return totals.values().stream().mapToLong(RunSummary::late).sum();
    }

    @Override
    public Map<Integer, Long> positions(String topic) {
        Map<Integer, Long> positions = new HashMap<>();
        for (StreamPosition position : desk.positions()) {
            if (position.topic().equals(topic)) {
                positions.put(position.partition(), position.nextOffset());
            }
        }
        return positions;
    }

    @Override
    public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<Integer, List<ConsumerRecord<byte[], byte[]>>> byPartition = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byPartition
                    .computeIfAbsent(record.partition(), ignored -> new ArrayList<>())
                    .add(record);
        }
        byPartition.forEach((partition, ofOne) -> {
            List<Detection> detections = new ArrayList<>();
            ofOne.forEach(record -> read(record, detections));
            ConsumerRecord<byte[], byte[]> last = ofOne.get(ofOne.size() - 1);
            desk.accept(detections, new StreamPosition(last.topic(), partition, last.offset() + 1));
        });
    }

    private void read(ConsumerRecord<byte[], byte[]> record, List<Detection> detections) {
        try {
            DetectionRecord decoded = DetectionCodec.decode(record.value());
            if (decoded instanceof DetectionMessage message) {
                detections.add(message.detection());
            } else if (decoded instanceof RunSummary summary && summary.run().equals(RunSummary.TOTALS)) {
                totals.put(summary.asset(), summary);
            }
        } catch (WireException e) {
            LOG.warn("Detection at offset {} of {} is passed over", record.offset(), record.topic(), e);
        }
    }
}
