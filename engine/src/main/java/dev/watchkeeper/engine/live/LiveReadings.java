package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The newest readings and scores of every sensor, in memory: what the screens draw before history has it. Bounded: the
 * last {@link #KEPT} readings a sensor, 16 bytes each.
 *
 * <p>Thread-safe. Writers add in batches; screens look at {@link #version} once a frame and read what they show.
 */
public final class LiveReadings {
    /** How many readings of each sensor are kept. */
    public static final int KEPT = 2_048;

    private final Map<SensorId, SensorRing> rings = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();

    /** Takes in readings that have just arrived. One that is older than the sensor's newest is left out. */
    public void add(Collection<Reading> readings, Instant arrivedAt) {
        for (Reading reading : readings) {
            ring(reading.sensor()).add(reading, arrivedAt);
        }
        if (!readings.isEmpty()) {
            version.incrementAndGet();
        }
    }

    /** Takes in scores that have just arrived. */
    public void addScores(Collection<ScoredReading> scores) {
        for (ScoredReading scored : scores) {
            ring(scored.sensor()).add(scored);
        }
        if (!scores.isEmpty()) {
            version.incrementAndGet();
        }
    }

    /** Grows with each batch. */
    public long version() {
        return version.get();
    }

    public Optional<Latest> latest(SensorId sensor) {
        SensorRing ring = rings.get(sensor);
        return ring == null ? Optional.empty() : ring.latest();
    }

    /** The kept readings of a sensor at or after a moment, in the order of time. */
    public List<Reading> since(SensorId sensor, Instant start) {
        SensorRing ring = rings.get(sensor);
        return ring == null ? List.of() : ring.since(sensor, start);
    }

    /** When the newest reading of any sensor arrived, by the clock. */
    public Optional<Instant> lastArrival() {
        return rings.values().stream()
                .flatMap(ring -> ring.latest().stream())
                .map(Latest::arrivedAt)
                .max(Instant::compareTo);
    }

    private SensorRing ring(SensorId sensor) {
        return rings.computeIfAbsent(sensor, ignored -> new SensorRing(KEPT));
    }
}
