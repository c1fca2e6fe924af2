package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.drift.DriftReference;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftWatch;
import dev.watchkeeper.engine.signal.Reading;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/**
 * Watches an asset's sensors for drift, each away from the reference that the champion model has of it, or from its own first
 * readings where that has none. Keyed state.
 */
final class Drifts {
    private static final MapStateDescriptor<String, DriftWatch> WATCHES =
            new MapStateDescriptor<>("drift", StringSerializer.INSTANCE, DriftWatchSerializer.INSTANCE);
    private static final MapStateDescriptor<String, FirstReadings> LEARNING =
            new MapStateDescriptor<>("drift-learning", StringSerializer.INSTANCE, FirstReadingsSerializer.INSTANCE);

    private final MapState<String, DriftWatch> watches;
    private final MapState<String, FirstReadings> learning;

    Drifts(RuntimeContext context) {
        watches = context.getMapState(WATCHES);
        learning = context.getMapState(LEARNING);
    }

    /** Takes in a reading. */
    Optional<DriftReport> take(Reading reading) throws Exception {
        String name = reading.sensor().name();
        DriftWatch watch = watches.get(name);
        if (watch == null) {
            learn(name, reading);
            return Optional.empty();
        }
        Optional<DriftReport> report = watch.take(reading.time().toEpochMilli(), reading.value());
        watches.put(name, watch);
        return report;
    }

    private void learn(String name, Reading reading) throws Exception {
        FirstReadings kept = learning.get(name);
        FirstReadings first = kept == null ? new FirstReadings() : kept;
        Optional<DriftWatch> watch = first.add(reading.sensor(), reading.time().toEpochMilli(), reading.value());
        if (watch.isPresent()) {
            watches.put(name, watch.get());
            learning.remove(name);
        } else {
            learning.put(name, first);
        }
    }

    /** From the next reading on these references count; sensors of which there is none keep theirs. */
    void compareWith(Map<String, DriftReference> references) throws Exception {
        for (Map.Entry<String, DriftReference> reference : references.entrySet()) {
            watches.put(reference.getKey(), new DriftWatch(reference.getValue()));
            learning.remove(reference.getKey());
        }
    }

    /** From the next reading on all sensors learn references anew. */
    void learnAnew() {
        watches.clear();
        learning.clear();
    }
}
