package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.ValueRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the states of devices (NAMUR NE 107), by the newest readings: silent is a failure; late, or beyond what the instrument
 * can measure, is out of specification; a value that never moves asks for maintenance. While the pipeline is in trouble, what
 * would be silent is under function check instead: it is not the device's fault.
 *
 * <p>What changes is written to the log, once. A sensor of which nothing has been read since the start is as it was before, and
 * left out where that is not known. Thread-safe.
 */
public final class DeviceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceWatch.class);
    static final Comparator<DeviceStatus> WORST_FIRST =
            Comparator.comparing(DeviceStatus::state).reversed().thenComparing(DeviceStatus::sensor);

    /** Readings are late when they arrive so long after they were measured, */
    private static final Duration LATE = Duration.ofSeconds(30);
    /** or after so many usual intervals, whichever is longer. */
    private static final int LATE_INTERVALS = 10;
    /** What is older is a recording that is played, not a device that is late. */
    private static final Duration RECORDING = Duration.ofDays(1);

    private final Assets assets;
    private final LiveReadings live;
    private final Function<SensorId, Optional<Duration>> missingAfter;
    private final Supplier<PipelineStatus> pipeline;
    private final Map<SensorId, DeviceStatus> standing = new HashMap<>();
    private volatile List<DeviceStatus> notGood = List.of();

    /**
     * Knows nothing until the first {@link #tick}.
     *
     * @param missingAfter after how long somebody wants a sensor to count as silent; empty where nobody has said
     */
    public DeviceWatch(
            Assets assets,
            LiveReadings live,
            Function<SensorId, Optional<Duration>> missingAfter,
            Supplier<PipelineStatus> pipeline) {
        this.assets = assets;
        this.live = live;
        this.missingAfter = missingAfter;
        this.pipeline = pipeline;
    }

    private record Finding(DeviceState state, Instant since, String why, String action) {}

    /** Takes up what stood when the program last ended; to be called before the first {@link #tick}. */
    synchronized void resume(List<DeviceStatus> before) {
        before.forEach(status -> standing.put(status.sensor(), status));
        notGood = before.stream().sorted(WORST_FIRST).toList();
    }

    /** Looks again. To be called every second or so. */
    public synchronized void tick(Instant now) {
        PipelineStatus stream = pipeline.get();
        Map<SensorId, DeviceStatus> before = Map.copyOf(standing);
        standing.clear();
        for (Asset asset : assets.all()) {
            for (Sensor sensor : asset.sensors()) {
                look(sensor, before, stream, now).ifPresent(found -> standing.put(sensor.id(), found));
            }
        }
        tell(before);
        notGood = standing.values().stream().sorted(WORST_FIRST).toList();
    }

    /** What is not good now, the worst state first, then by sensor. Quick. */
    public List<DeviceStatus> notGood() {
        return notGood;
    }

    private Optional<DeviceStatus> look(
            Sensor sensor, Map<SensorId, DeviceStatus> before, PipelineStatus stream, Instant now) {
        Optional<Latest> latest = live.latest(sensor.id());
        if (latest.isEmpty()) {
            return Optional.ofNullable(before.get(sensor.id()));
        }
        Finding found = look(sensor, latest.get(), stream, now);
        return Optional.ofNullable(found).map(one -> status(sensor.id(), one, before));
    }

    private @Nullable Finding look(Sensor sensor, Latest latest, PipelineStatus stream, Instant now) {
        Optional<Duration> wanted = missingAfter.apply(sensor.id());
        Duration quiet = Duration.between(latest.arrivedAt(), now);
        boolean silent = wanted.map(after -> quiet.compareTo(after) > 0)
                .orElseGet(() -> latest.deviceState(now) == DeviceState.FAILURE);
        if (silent) {
            return silent(sensor, latest, stream);
        }
        double value = latest.reading().value();
        ValueRange range = sensor.rangeOrNull();
        if (range != null && !range.contains(value)) {
            return new Finding(
                    DeviceState.OUT_OF_SPECIFICATION,
                    now,
                    sensor.label() + " reads " + value + ", which is beyond what it can measure (" + range.low()
                            + " to " + range.high() + ").",
                    "Check the instrument and its wiring.");
        }
        Duration late = Duration.between(latest.reading().time(), latest.arrivedAt());
        if (late.compareTo(lateAfter(latest)) > 0 && late.compareTo(RECORDING) < 0) {
            return new Finding(
                    DeviceState.OUT_OF_SPECIFICATION,
                    now,
                    sensor.label() + " arrives " + late.toSeconds() + " s after it was measured.",
                    "Check its clock and the way to the broker.");
        }
        if (latest.deviceState(now) == DeviceState.MAINTENANCE_REQUIRED) {
            return new Finding(
                    DeviceState.MAINTENANCE_REQUIRED,
                    latest.unchangedSince(),
                    sensor.label() + " has not moved from " + value + " since " + latest.unchangedSince() + ".",
                    "Compare it with a second instrument.");
        }
        return null;
    }

    private static Finding silent(Sensor sensor, Latest latest, PipelineStatus stream) {
        if (stream.state() != PipelineStatus.State.RUNNING) {
            return new Finding(
                    DeviceState.FUNCTION_CHECK,
                    latest.arrivedAt(),
                    "Whether " + sensor.label() + " is silent cannot be told: " + stream.message(),
                    "Mend the pipeline first; the sensor shows by itself whether it sends.");
        }
        return new Finding(
                DeviceState.FAILURE,
                latest.arrivedAt(),
                "Nothing has arrived from " + sensor.label() + " since " + latest.arrivedAt() + ".",
                "Check the transmitter, its supply and the way to the broker.");
    }

    private static Duration lateAfter(Latest latest) {
        Duration usual = Duration.ofMillis(LATE_INTERVALS * latest.usualIntervalMillis());
        return usual.compareTo(LATE) > 0 ? usual : LATE;
    }

    /** What goes on in the same state has begun when it began. */
    private static DeviceStatus status(SensorId sensor, Finding found, Map<SensorId, DeviceStatus> before) {
        DeviceStatus known = before.get(sensor);
        Instant since = known != null && known.state() == found.state() ? known.since() : found.since();
        return new DeviceStatus(sensor, found.state(), since, found.why(), found.action());
    }

    private void tell(Map<SensorId, DeviceStatus> before) {
        standing.forEach((sensor, status) -> {
            DeviceStatus known = before.get(sensor);
            if (known == null || known.state() != status.state()) {
                LOG.info("Device {} is now {}: {}", sensor, status.state(), status.why());
            }
        });
        before.keySet().stream()
                .filter(sensor -> !standing.containsKey(sensor))
                .forEach(sensor -> LOG.info("Device {} is good again", sensor));
    }
}
