package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.detect.asset.JudgedSample;
import dev.watchkeeper.engine.model.deploy.RestoredModel;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The watches whose word counts, in keyed state: those that learn as they go, or those of a trained model. What a trained one
 * replaces is set aside as it was, and goes on when there is no trained model any more.
 */
final class Champion {
    private static final MapStateDescriptor<String, SensorWatch> WATCHES =
            new MapStateDescriptor<>("watches", StringSerializer.INSTANCE, SensorWatchSerializer.INSTANCE);
    private static final ValueStateDescriptor<AssetWatch> WHOLE =
            new ValueStateDescriptor<>("whole", AssetWatchSerializer.INSTANCE);
    /** Snapshots by sensor; empty where there was nothing to set aside. */
    private static final MapStateDescriptor<String, byte[]> SET_ASIDE =
            new MapStateDescriptor<>("set-aside", StringSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE);
    /** Stands for all sensors together; no sensor has this name. */
    private static final String TOGETHER = "";

    private final Sensitivity sensitivity;
    private final MapState<String, SensorWatch> watches;
    private final ValueState<AssetWatch> wholes;
    private final MapState<String, byte[]> setAside;
    /** The description by which each asset was last checked to be watched: the very object in the broadcast state. */
    private final Map<String, String[]> watchedAs = new HashMap<>();

    /** @param sensitivity of the watches that learn as they go */
    Champion(RuntimeContext context, Sensitivity sensitivity) {
        this.sensitivity = sensitivity;
        watches = context.getMapState(WATCHES);
        wholes = context.getState(WHOLE);
        setAside = context.getMapState(SET_ASIDE);
    }

    Verdict judge(Reading reading) throws Exception {
        String name = reading.sensor().name();
        SensorWatch watch = watches.get(name);
        if (watch == null) {
            watch = new SensorWatch(reading.sensor(), sensitivity);
        }
        Verdict verdict = watch.judge(reading.time().toEpochMilli(), reading.value());
        watches.put(name, watch);
        return verdict;
    }

    /**
     * Judges the asset's sensors together, where there are several.
     *
     * @param described the names of the asset's sensors; null where nobody has described it
     * @return what came of the sample that the reading shows to be complete, if it does
     */
    Optional<JudgedSample> judgeWhole(Reading reading, String @Nullable [] described) throws Exception {
        if (described == null || described.length < 2) {
            return Optional.empty();
        }
        AssetWatch whole = fitting(wholes.value(), reading.sensor().asset(), described);
        if (whole == null || !whole.watches(reading.sensor())) {
            return Optional.empty();
        }
        Optional<JudgedSample> judged =
                whole.take(reading.sensor(), reading.time().toEpochMilli(), reading.value());
        wholes.update(whole);
        return judged;
    }

    /** The watch itself, or another one where sensors have been described that it does not fit. */
    // The very object in the broadcast state means that nothing has been described anew; comparing names would cost
    // each
    // reading as many comparisons as the asset has sensors.
    @SuppressWarnings("ReferenceEquality")
    private @Nullable AssetWatch fitting(@Nullable AssetWatch whole, AssetId asset, String[] described)
            throws Exception {
        if (described == watchedAs.get(asset.value())) {
            return whole;
        }
        watchedAs.put(asset.value(), described);
        List<SensorId> sensors =
                Arrays.stream(described).map(name -> new SensorId(asset, name)).toList();
        boolean fits = whole != null
                && (setAside.contains(TOGETHER)
                        ? sensors.containsAll(whole.sensors())
                        : whole.sensors().equals(sensors));
        if (fits) {
            return whole;
        }
        AssetWatch other = new AssetWatch(asset, sensors, sensitivity);
        other.takePlaceOf(whole);
        wholes.update(other);
        return other;
    }

    /** Judges the sample at hand. */
    Optional<JudgedSample> flush() throws Exception {
        AssetWatch whole = wholes.value();
        if (whole == null) {
            return Optional.empty();
        }
        Optional<JudgedSample> judged = whole.flush();
        wholes.update(whole);
        return judged;
    }

    /** From the next reading on the watches of a model judge; sensors of which it has none keep theirs. */
    void replaceBy(RestoredModel model) throws Exception {
        for (Map.Entry<String, SensorWatch> trained : model.sensors().entrySet()) {
            SensorWatch before = watches.get(trained.getKey());
            setAside(trained.getKey(), before == null ? new byte[0] : before.snapshot());
            trained.getValue().takePlaceOf(before);
            watches.put(trained.getKey(), trained.getValue());
        }
        AssetWatch whole = model.whole();
        if (whole != null) {
            AssetWatch before = wholes.value();
            setAside(TOGETHER, before == null ? new byte[0] : before.snapshot());
            whole.takePlaceOf(before);
            wholes.update(whole);
            watchedAs.remove(whole.asset().value());
        }
    }

    private void setAside(String name, byte[] snapshot) throws Exception {
        if (!setAside.contains(name)) {
            setAside.put(name, snapshot);
        }
    }

    /** From the next reading on the watches that learn as they go judge, as they were when they were set aside. */
    void returnToLearning(AssetId asset) throws Exception {
        for (Map.Entry<String, byte[]> aside : setAside.entries()) {
            if (!aside.getKey().equals(TOGETHER)) {
                SensorId sensor = new SensorId(asset, aside.getKey());
                SensorWatch learning = aside.getValue().length == 0
                        ? new SensorWatch(sensor, sensitivity)
                        : SensorWatch.restore(aside.getValue());
                learning.takePlaceOf(watches.get(aside.getKey()));
                watches.put(aside.getKey(), learning);
            }
        }
        AssetWatch trained = wholes.value();
        byte[] whole = setAside.get(TOGETHER);
        if (whole != null && trained != null) {
            AssetWatch learning = whole.length == 0
                    ? new AssetWatch(asset, trained.sensors(), sensitivity)
                    : AssetWatch.restore(whole);
            learning.takePlaceOf(trained);
            wholes.update(learning);
            watchedAs.remove(asset.value());
        }
        setAside.clear();
    }
}
