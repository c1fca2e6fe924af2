package dev.watchkeeper.engine.detect.rule;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that rules want watched of one asset: the conditions of its sensors, and the delays of what detectors tell of it. Not
 * thread-safe; the same readings, messages and updates in the same order give the same detections.
 */
public final class RuleWatches {
    private static final String MAGIC = "WKRS";
    private static final int VERSION = 1;

    private final AssetId asset;
    private final Map<String, RuleWatch> watches = new TreeMap<>();
    private DelayedEpisodes delayed = new DelayedEpisodes(Delays.NONE);
    private Instant newest = Instant.EPOCH;

    /** Watches nothing yet. */
    public RuleWatches(AssetId asset) {
        this.asset = asset;
    }

    /**
     * The watches as they were when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static RuleWatches restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        RuleWatches watches = new RuleWatches(new AssetId(in.getText()));
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            RuleWatch watch = RuleWatch.restore(in.getBytes());
            watches.watches.put(watch.condition().name(), watch);
        }
        watches.delayed = DelayedEpisodes.restore(in.getBytes());
        watches.newest = Instant.ofEpochMilli(in.getLong());
        in.end();
        return watches;
    }

    /**
     * Watches a condition from the next reading on, or no longer. The same update twice changes nothing the second time.
     *
     * @return what is to be told: the end of an episode that is no longer watched
     * @throws IllegalArgumentException when the update is about another asset
     */
    public List<Detection> update(RuleUpdate update) {
        if (!update.asset().equals(asset)) {
            throw new IllegalArgumentException("an update for " + update.asset() + " reached the watches of " + asset);
        }
        Condition condition = update.conditionOrNull();
        if (condition instanceof Condition.OfSensor ofSensor) {
            return watch(ofSensor);
        }
        if (condition instanceof Condition.Anomaly anomaly) {
            delayed.setDelays(anomaly.delays());
            return List.of();
        }
        if (condition != null) {
            return List.of();
        }
        if (update.name().equals(Condition.Anomaly.NAME)) {
            delayed.setDelays(Delays.NONE);
        }
        RuleWatch gone = watches.remove(update.name());
        return gone == null ? List.of() : gone.end(newest.toEpochMilli());
    }

    private List<Detection> watch(Condition.OfSensor condition) {
        RuleWatch before = watches.get(condition.name());
        if (before == null) {
            watches.put(condition.name(), new RuleWatch(condition));
        } else if (!before.condition().equals(condition)) {
            watches.put(condition.name(), before.with(condition));
        }
        return List.of();
    }

    /** Takes in the next reading of any sensor of the asset, in the order of time; what is to be told. */
    public List<Detection> judge(Reading reading) {
        newest = reading.time().isAfter(newest) ? reading.time() : newest;
        List<Detection> tell = new ArrayList<>(delayed.passed(newest));
        for (RuleWatch watch : watches.values()) {
            if (watch.condition().sensor().equals(reading.sensor())) {
                tell.addAll(watch.judge(reading.time().toEpochMilli(), reading.value()));
            }
        }
        return tell;
    }

    /** Takes in what detectors tell of the asset; what is to be told of it now. */
    public List<Detection> delay(Detection detection) {
        return delayed.take(detection);
    }

    /**
     * No more readings come for now: what has ended and only waits for its off-delay is over, since nothing can speak against it.
     * What only waits for its on-delay goes on waiting.
     */
    public List<Detection> flush() {
        List<Detection> tell = new ArrayList<>(delayed.flush());
        watches.values().forEach(watch -> tell.addAll(watch.flush(newest.toEpochMilli())));
        return tell;
    }

    /** Whether nothing is watched or delayed, and no episode is told of or waits to be: a new one would do the same. */
    public boolean isIdle() {
        return watches.isEmpty() && delayed.isIdle();
    }

    /** One that goes on from here on its own. */
    public RuleWatches copy() {
        return restore(snapshot());
    }

    /** Everything that is needed to go on from here, as versioned bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putText(asset.value());
        out.putInt(watches.size());
        watches.values().forEach(watch -> out.putBytes(watch.snapshot()));
        out.putBytes(delayed.snapshot());
        out.putLong(newest.toEpochMilli());
        return out.toBytes();
    }
}
