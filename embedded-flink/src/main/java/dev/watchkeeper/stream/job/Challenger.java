package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.detect.asset.JudgedSample;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.deploy.RestoredModel;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowComparison;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Contender;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Subject;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/** The watches of a model that judges beside the champion, in keyed state, and how the two compare; mostly none. */
final class Challenger {
    private static final MapStateDescriptor<String, SensorWatch> WATCHES =
            new MapStateDescriptor<>("challengers", StringSerializer.INSTANCE, SensorWatchSerializer.INSTANCE);
    private static final ValueStateDescriptor<AssetWatch> WHOLE =
            new ValueStateDescriptor<>("challenger-whole", AssetWatchSerializer.INSTANCE);
    private static final ValueStateDescriptor<ShadowComparison> COMPARISON =
            new ValueStateDescriptor<>("comparison", ShadowComparisonSerializer.INSTANCE);

    private final MapState<String, SensorWatch> watches;
    private final ValueState<AssetWatch> wholes;
    private final ValueState<ShadowComparison> comparisons;

    Challenger(RuntimeContext context) {
        watches = context.getMapState(WATCHES);
        wholes = context.getState(WHOLE);
        comparisons = context.getState(COMPARISON);
    }

    /** Judges a reading that the champion has judged, where there is a challenger. */
    void judge(Reading reading, Verdict champion, Optional<JudgedSample> championsSample) throws Exception {
        ShadowComparison comparison = comparisons.value();
        if (comparison == null) {
            return;
        }
        long timeMillis = reading.time().toEpochMilli();
        championsSample.ifPresent(sample ->
                comparison.take(Role.CHAMPION, together(reading.sensor().asset()), sample.verdict()));
        SensorWatch watch = watches.get(reading.sensor().name());
        if (watch != null) {
            Subject subject = new Subject(PartKind.NOVELTY, reading.sensor());
            comparison.take(Role.CHAMPION, subject, champion);
            comparison.take(Role.CHALLENGER, subject, watch.judge(timeMillis, reading.value()));
            watches.put(reading.sensor().name(), watch);
        }
        AssetWatch whole = wholes.value();
        boolean together = whole != null && whole.watches(reading.sensor());
        if (whole != null && together) {
            take(whole.take(reading.sensor(), timeMillis, reading.value()), whole, comparison);
        }
        if (watch != null || together) {
            comparison.count(timeMillis);
        }
        comparisons.update(comparison);
    }

    /** Judges the sample at hand, as the champion has done. */
    void flush(Optional<JudgedSample> championsSample) throws Exception {
        ShadowComparison comparison = comparisons.value();
        AssetWatch whole = wholes.value();
        if (comparison == null || whole == null) {
            return;
        }
        championsSample.ifPresent(sample -> comparison.take(Role.CHAMPION, together(whole.asset()), sample.verdict()));
        take(whole.flush(), whole, comparison);
        comparisons.update(comparison);
    }

    private void take(Optional<JudgedSample> sample, AssetWatch whole, ShadowComparison comparison) throws Exception {
        sample.ifPresent(judged -> comparison.take(Role.CHALLENGER, together(whole.asset()), judged.verdict()));
        wholes.update(whole);
    }

    /** How the two compare so far; empty where there is no challenger, or nothing was judged yet. */
    Optional<ShadowReport> report() throws Exception {
        ShadowComparison comparison = comparisons.value();
        return comparison == null
                ? Optional.empty()
                : Optional.of(comparison.report()).filter(report -> report.readings() > 0);
    }

    /** A model judges beside the champion from the next reading on, in place of any before. */
    void begin(AssetId asset, RestoredModel model, Contender champion, Contender challenger) throws Exception {
        clear();
        List<Subject> subjects = new ArrayList<>();
        for (Map.Entry<String, SensorWatch> trained : model.sensors().entrySet()) {
            watches.put(trained.getKey(), trained.getValue());
            subjects.add(new Subject(PartKind.NOVELTY, new SensorId(asset, trained.getKey())));
        }
        if (model.whole() != null) {
            wholes.update(model.whole());
            subjects.add(together(asset));
        }
        comparisons.update(new ShadowComparison(asset, champion, challenger, subjects));
    }

    /** The champion is another one from the next reading on. */
    void compareWith(Contender champion) throws Exception {
        ShadowComparison comparison = comparisons.value();
        if (comparison != null) {
            comparisons.update(comparison.against(champion));
        }
    }

    /**
     * Gives its watches away as they are now, and is there no more.
     *
     * @param restored what else the model has
     */
    RestoredModel handOver(RestoredModel restored) throws Exception {
        Map<String, SensorWatch> sensors = new LinkedHashMap<>();
        for (Map.Entry<String, SensorWatch> watch : watches.entries()) {
            sensors.put(watch.getKey(), watch.getValue());
        }
        RestoredModel model = new RestoredModel(sensors, wholes.value(), restored.references());
        clear();
        return model;
    }

    void clear() {
        watches.clear();
        wholes.clear();
        comparisons.clear();
    }

    private static Subject together(AssetId asset) {
        return new Subject(PartKind.ASSET, new SensorId(asset, AssetWatch.WHOLE));
    }
}
