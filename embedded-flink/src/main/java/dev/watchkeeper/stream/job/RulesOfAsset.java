package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.rule.RuleWatches;
import dev.watchkeeper.engine.intake.Refusal;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.wire.RuleCodec;
import dev.watchkeeper.engine.wire.WireException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * What people want watched of an asset, in keyed state. There is no state where nobody wants anything: a reading of such an
 * asset pays one look into an empty place.
 */
final class RulesOfAsset {
    private static final ValueStateDescriptor<RuleWatches> RULES =
            new ValueStateDescriptor<>("rules", RuleWatchesSerializer.INSTANCE);

    private final ValueState<RuleWatches> rules;

    RulesOfAsset(RuntimeContext context) {
        rules = context.getState(RULES);
    }

    /**
     * Follows a record of the rules topic from the next reading on.
     *
     * @return why it cannot be followed; empty when it is
     */
    Optional<Refusal> update(byte[] record, Consumer<Detection> told) throws Exception {
        try {
            var update = RuleCodec.decode(record);
            RuleWatches kept = rules.value();
            RuleWatches watches = kept == null ? new RuleWatches(update.asset()) : kept;
            watches.update(update).forEach(told);
            keep(watches);
            return Optional.empty();
        } catch (WireException e) {
            return Optional.of(Refusal.of(e));
        }
    }

    /** Judges a reading, which comes in the order of event time. */
    void judge(Reading reading, Consumer<Detection> told) throws Exception {
        RuleWatches watches = rules.value();
        if (watches != null) {
            List<Detection> tell = watches.judge(reading);
            tell.forEach(told);
            keep(watches);
        }
    }

    /** Lets through, now or later, what detectors tell of the asset. */
    void delay(Detection detection, Consumer<Detection> told) throws Exception {
        RuleWatches watches = rules.value();
        if (watches == null) {
            told.accept(detection);
        } else {
            watches.delay(detection).forEach(told);
            keep(watches);
        }
    }

    /** Tells what would only be told after more readings, of which there are none for now. */
    void flush(Consumer<Detection> told) throws Exception {
        RuleWatches watches = rules.value();
        if (watches != null) {
            watches.flush().forEach(told);
            keep(watches);
        }
    }

    private void keep(RuleWatches watches) throws Exception {
        if (watches.isIdle()) {
            rules.clear();
        } else {
            rules.update(watches);
        }
    }
}
