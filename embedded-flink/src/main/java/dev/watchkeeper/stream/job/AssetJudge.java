package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.AssetEpisodes;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.detect.asset.JudgedSample;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Contender;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.wire.DetectionMessage;
import dev.watchkeeper.stream.topic.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Judges an asset's readings, which come in order: by the champion, whose scores and detections are told, by the rules that
 * people have set, for drift, and then by the challenger. Follows deployments and rules between two readings. All of it is keyed state.
 */
final class AssetJudge {
    private static final ValueStateDescriptor<AssetEpisodes> EPISODES =
            new ValueStateDescriptor<>("episodes", AssetEpisodesSerializer.INSTANCE);

    private final Champion champion;
    private final Challenger challenger;
    private final Drifts drifts;
    private final Deployments deployments;
    private final ValueState<AssetEpisodes> episodes;
    private final RulesOfAsset rules;
    private final String modelsTopic;
    private final String rulesTopic;

    /** @param sensitivity of detectors that learn as they go */
    AssetJudge(RuntimeContext context, Sensitivity sensitivity, Topics topics) {
        modelsTopic = topics.models();
        rulesTopic = topics.rules();
        champion = new Champion(context, sensitivity);
        challenger = new Challenger(context);
        drifts = new Drifts(context);
        deployments = new Deployments(context, champion, challenger, drifts, new Contender(Takeover.NONE, sensitivity));
        episodes = context.getState(EPISODES);
        rules = new RulesOfAsset(context);
    }

    /** @param described the names of the asset's sensors; null where nobody has described it */
    void judge(Reading reading, String @Nullable [] described, Outlets out) throws Exception {
        Verdict verdict = champion.judge(reading);
        Optional<JudgedSample> sample = champion.judgeWhole(reading, described);
        out.score(new ScoredReading(reading.sensor(), reading.time(), reading.value(), verdict.score()));
        tell(verdict, out);
        tell(sample, out);
        rules.judge(reading, told(out));
        drifts.take(reading).ifPresent(out::drift);
        challenger.judge(reading, verdict, sample);
    }

    /** Judges what waited for more readings, of which there are none for now. */
    void flush(Outlets out) throws Exception {
        Optional<JudgedSample> sample = champion.flush();
        tell(sample, out);
        rules.flush(told(out));
        challenger.flush(sample);
    }

    /** Takes in a record of the models topic. */
    void deploy(RawRecord record, Instant now, Outlets out) throws Exception {
        Deployments.Outcome outcome = deployments.take(record.value, now);
        outcome.news().forEach(out::news);
        outcome.refusal().ifPresent(refusal -> out.rejected(refusal, modelsTopic, record, now));
    }

    /** Takes in a record of the rules topic. */
    void follow(RawRecord record, Instant now, Outlets out) throws Exception {
        rules.update(record.value, told(out)).ifPresent(refusal -> out.rejected(refusal, rulesTopic, record, now));
    }

    /** Tells how champion and challenger compare, where there is a challenger. */
    void report(Outlets out) throws Exception {
        challenger.report().ifPresent(out::news);
    }

    private void tell(Optional<JudgedSample> judged, Outlets out) throws Exception {
        if (judged.isPresent()) {
            tell(judged.get().verdict(), out);
        }
    }

    /** Joins what is told of the asset's sensors into the asset's episode, and tells that as soon as rules let it. */
    private void tell(Verdict verdict, Outlets out) throws Exception {
        if (verdict.detections().isEmpty()) {
            return;
        }
        AssetEpisodes kept = episodes.value();
        AssetEpisodes ofAsset = kept == null ? new AssetEpisodes() : kept;
        for (Detection detection : verdict.detections()) {
            Optional<Detection> joined = ofAsset.take(detection);
            if (joined.isPresent()) {
                rules.delay(joined.get(), told(out));
            }
        }
        episodes.update(ofAsset);
    }

    private static Consumer<Detection> told(Outlets out) {
        return detection -> out.detection(new DetectionMessage(detection));
    }
}
