package dev.watchkeeper.stream.feed;

import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.intake.ReadingRules;
import dev.watchkeeper.engine.intake.UnknownSensors;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.wire.ReadingCodec;
import dev.watchkeeper.engine.wire.ReadingRecord;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.topic.TopicTail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Brings readings to the screens and into history straight from where they come in, so that both go on while the job
 * restarts. It keeps to the same rules as the job, which tells of what is refused.
 */
public final class ReadingFeed implements TopicTail.Handler {
    private final Assets assets;
    private final LiveReadings live;
    private final ReadingHistory history;
    private final InstantSource clock;
    private final UnknownSensors<Reading> unknown = new UnknownSensors<>(UnknownSensors.GRACE, UnknownSensors.MOST);
    private final AtomicLong count = new AtomicLong();

    public ReadingFeed(Assets assets, LiveReadings live, ReadingHistory history, InstantSource clock) {
        this.assets = assets;
        this.live = live;
        this.history = history;
        this.clock = clock;
    }

    /** How many readings have come, the unknown sensors' aside. */
    public long count() {
        return count.get();
    }

    @Override
    public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
        Instant now = clock.instant();
        List<Reading> readings = new ArrayList<>(records.size());
        synchronized (unknown) {
            unknown.expire(now);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                plausible(record.value(), now).ifPresent(reading -> take(reading, now, readings));
            }
        }
        add(readings, now);
    }

    /** Lets go of readings that came before the description of their sensor. */
    public void described(Asset asset) {
        List<Reading> released;
        synchronized (unknown) {
            released = unknown.release(asset);
        }
        add(released, clock.instant());
    }

    /** What the job accepts as well; what it does not, it puts on the rejects topic with the reason. */
    private static Optional<Reading> plausible(byte[] value, Instant now) {
        try {
            return ReadingCodec.decode(value) instanceof ReadingRecord record
                            && ReadingRules.USUAL.check(record.reading(), now).isEmpty()
                    ? Optional.of(record.reading())
                    : Optional.empty();
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    private void take(Reading reading, Instant now, List<Reading> readings) {
        boolean known = assets.find(reading.sensor().asset())
                .flatMap(asset -> asset.sensor(reading.sensor()))
                .isPresent();
        if (known) {
            readings.add(reading);
        } else {
            unknown.offer(reading.sensor(), reading, now);
        }
    }

    private void add(List<Reading> readings, Instant now) {
        if (!readings.isEmpty()) {
            live.add(readings, now);
            history.addReadings(readings);
            count.addAndGet(readings.size());
        }
    }
}
