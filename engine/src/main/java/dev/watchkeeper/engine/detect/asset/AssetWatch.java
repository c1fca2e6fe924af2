package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.DetectionEpisodes;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches the sensors of one asset together: puts their readings together into samples ({@link SampleAssembly}), judges these
 * by an {@link AssetDetector}, and tells of the episodes in which it speaks, as one thing that can be kept, copied and
 * restored.
 *
 * <p>A sample is judged as soon as a reading shows that it is complete; {@link #flush} judges the last one. Not thread-safe;
 * the same readings give the same verdicts, bit for bit.
 */
public final class AssetWatch {
    /** The rule under which its detections go. */
    public static final String RULE = "asset";

    /** The name that stands for the asset as a whole where a sensor's would be. */
    public static final String WHOLE = "asset";

    private static final String MAGIC = "WKAW";
    private static final int VERSION = 1;

    private final List<SensorId> sensors;
    private final Map<SensorId, Integer> places = new HashMap<>();
    private final AssetDetector detector;
    private final DetectionEpisodes episodes;
    private final SampleAssembly assembly;
    private final long[] times = new long[AssetDetector.JUDGED_SAMPLES];
    private long samples;

    /** Trains on the first {@value AssetDetector#TRAINING_SAMPLES} samples. */
    public AssetWatch(AssetId asset, List<SensorId> sensors, Sensitivity sensitivity) {
        this(asset, sensors, sensitivity, new AssetDetector(sensors.size()));
    }

    /**
     * Watches with a detector, which may have been trained before.
     *
     * @param detector of as many sensors, in this order; from now on in the hands of the watch
     * @throws IllegalArgumentException when a sensor is of another asset or named twice, or the detector is of another
     *     number of sensors
     */
    public AssetWatch(AssetId asset, List<SensorId> sensors, Sensitivity sensitivity, AssetDetector detector) {
        this(sensors, new DetectionEpisodes(new SensorId(asset, WHOLE), RULE, sensitivity), detector);
    }

    private AssetWatch(List<SensorId> sensors, DetectionEpisodes episodes, AssetDetector detector) {
        if (detector.sensors() != sensors.size()) {
            throw new IllegalArgumentException(
                    "the detector is of " + detector.sensors() + " sensors, the asset has " + sensors.size());
        }
        this.sensors = List.copyOf(sensors);
        for (SensorId sensor : sensors) {
            if (!sensor.asset().equals(episodes.subject().asset())) {
                throw new IllegalArgumentException("sensor " + sensor + " is not of asset "
                        + episodes.subject().asset());
            }
            if (places.put(sensor, places.size()) != null) {
                throw new IllegalArgumentException("sensor " + sensor + " is named twice");
            }
        }
        this.episodes = episodes;
        this.detector = detector;
        assembly = new SampleAssembly(sensors.size());
    }

    /**
     * The watch as it was when the snapshot was taken.
     *
     * @throws UnreadableStateException when the bytes are no snapshot of this
     */
    public static AssetWatch restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        AssetDetector detector = AssetDetector.restore(in.getBytes());
        DetectionEpisodes episodes = DetectionEpisodes.restore(in.getBytes());
        List<SensorId> sensors = new ArrayList<>();
        for (int i = 0; i < detector.sensors(); i++) {
            sensors.add(new SensorId(episodes.subject().asset(), in.getText()));
        }
        AssetWatch watch = new AssetWatch(sensors, episodes, detector);
        watch.assembly.read(in);
        in.getLongs(watch.times);
        watch.samples = in.getLong();
        in.end();
        return watch;
    }

    public AssetId asset() {
        return episodes.subject().asset();
    }

    /** In the order in which they were given. */
    public List<SensorId> sensors() {
        return sensors;
    }

    /** Whether the sensor is one of those that are judged together. */
    public boolean watches(SensorId sensor) {
        return places.containsKey(sensor);
    }

    public Sensitivity sensitivity() {
        return episodes.sensitivity();
    }

    /** Counts from the next sample on; an open episode stays open. */
    public void setSensitivity(Sensitivity sensitivity) {
        episodes.setSensitivity(sensitivity);
    }

    /**
     * Takes in one reading; a reading older than the one before, whichever sensor's, and a second one of a sensor at the same
     * time are left out.
     *
     * @param timeMillis event time in milliseconds since 1970
     * @param value in the sensor's unit; NaN or infinite where nothing usable was measured
     * @return what came of the sample that this reading shows to be complete, if it does
     * @throws IllegalArgumentException when the sensor is not one of the asset's
     */
    public Optional<JudgedSample> take(SensorId sensor, long timeMillis, double value) {
        Integer place = places.get(sensor);
        if (place == null) {
            throw new IllegalArgumentException("sensor " + sensor + " is not watched with asset " + asset());
        }
        if (assembly.isLate(timeMillis) || assembly.isRepeated(place, timeMillis)) {
            return Optional.empty();
        }
        Optional<JudgedSample> judged = assembly.beginsAnother(place, timeMillis) ? flush() : Optional.empty();
        assembly.put(place, timeMillis, value);
        return judged;
    }

    /** Judges the sample at hand, if there is one, without waiting for what might still belong to it. */
    public Optional<JudgedSample> flush() {
        if (!assembly.isOpen()) {
            return Optional.empty();
        }
        long time = assembly.newestMillis();
        times[(int) (samples % times.length)] = time;
        samples++;
        Score score = detector.score(time, assembly.close());
        long oldest = times[(int) (samples < times.length ? 0 : samples % times.length)];
        return Optional.of(new JudgedSample(
                time, new Verdict(score, episodes.judge(time, score, oldest, this::contributions, this::evidence))));
    }

    /** The shares of the sensors in the last score that are more than nothing, largest first. */
    public List<Contribution> contributions() {
        double[] shares = detector.contributions();
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                contributions.add(new Contribution(sensors.get(i), shares[i]));
            }
        }
        contributions.sort(Comparator.comparingDouble(Contribution::share).reversed());
        return contributions;
    }

    private Evidence evidence() {
        return new Evidence(detector.parts(sensors), List.of());
    }

    /**
     * Takes the place of another watch of the asset, or begins where there was none. An open episode is the other's, so that
     * what was told of is closed, and nothing is closed that was not told of. The readings of the sample that the other has at
     * hand are taken over.
     *
     * @throws IllegalArgumentException when the other is of another asset
     */
    public void takePlaceOf(@Nullable AssetWatch previous) {
        if (previous == null) {
            episodes.forgetOpen();
            return;
        }
        long back = Math.min(previous.samples, previous.times.length);
        if (back > 0) {
            long oldest = previous.times[(int) ((previous.samples - back) % previous.times.length)];
            Arrays.setAll(times, i -> Math.max(times[i], oldest));
        }
        previous.assembly.forEachAtHand((place, timeMillis, value) -> {
            SensorId sensor = previous.sensors.get(place);
            if (watches(sensor)) {
                take(sensor, timeMillis, value);
            }
        });
        episodes.goOnFrom(previous.episodes);
    }

    /** A watch that goes on from here on its own. */
    public AssetWatch copy() {
        return restore(snapshot());
    }

    /** Everything that is needed to go on from here, as versioned bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putBytes(detector.snapshot());
        out.putBytes(episodes.snapshot());
        for (SensorId sensor : sensors) {
            out.putText(sensor.name());
        }
        assembly.write(out);
        out.putLongs(times);
        out.putLong(samples);
        return out.toBytes();
    }
}
