package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.AssetEpisodes;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.detect.asset.JudgedSample;
import dev.watchkeeper.engine.intake.Refusal;
import dev.watchkeeper.engine.intake.UnknownSensors;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Contender;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.wire.AssetCodec;
import dev.watchkeeper.engine.wire.DetectionMessage;
import dev.watchkeeper.engine.wire.ReadingCodec;
import dev.watchkeeper.engine.wire.RejectionReason;
import dev.watchkeeper.engine.wire.RunSummary;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.topic.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.BasicArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Watches an asset: puts its readings in the order of event time, judges each sensor's, and tells scores, detections and
 * what it could not use.
 *
 * <p>Event time is kept by asset, not by watermarks: a plant that runs now and a file from years ago pass through the same
 * partition, and the one must not make the other late.
 */
final class Watch extends KeyedBroadcastProcessFunction<String, Incoming, RawRecord, Outgoing> {
    private static final long serialVersionUID = 1L;

    /** How often sensors that are held back are looked up again. */
    private static final long LOOK_AGAIN_MILLIS = 100;
    /** How often totals are told, while they change. */
    private static final long REPORT_MILLIS = 2_000;

    /** The sensors of each described asset, by name. */
    static final MapStateDescriptor<String, String[]> DESCRIBED =
            new MapStateDescriptor<>("described", Types.STRING, BasicArrayTypeInfo.STRING_ARRAY_TYPE_INFO);

    private static final ValueStateDescriptor<AssetIntake> INTAKE =
            new ValueStateDescriptor<>("intake", AssetIntakeSerializer.INSTANCE);
    private static final ValueStateDescriptor<AssetEpisodes> EPISODES =
            new ValueStateDescriptor<>("episodes", AssetEpisodesSerializer.INSTANCE);

    private final DetectionSettings settings;
    private final Topics topics;

    private transient ValueState<AssetIntake> intakes;
    private transient ValueState<AssetEpisodes> episodes;
    private transient Champion champion;
    private transient Challenger challenger;
    private transient Deployments deployments;

    Watch(DetectionSettings settings, Topics topics) {
        this.settings = settings;
        this.topics = topics;
    }

    @Override
    public void open(Configuration parameters) {
        intakes = getRuntimeContext().getState(INTAKE);
        episodes = getRuntimeContext().getState(EPISODES);
        Sensitivity sensitivity = new Sensitivity(settings.falseAlarmsPerDay());
        champion = new Champion(getRuntimeContext(), sensitivity);
        challenger = new Challenger(getRuntimeContext());
        deployments =
                new Deployments(getRuntimeContext(), champion, challenger, new Contender(Takeover.NONE, sensitivity));
    }

    @Override
    public void processBroadcastElement(RawRecord raw, Context context, Collector<Outgoing> out) throws Exception {
        try {
            Asset asset = AssetCodec.decode(raw.value);
            String[] sensors = asset.sensors().stream()
                    .map(Sensor::id)
                    .map(id -> id.name())
                    .toArray(String[]::new);
            context.getBroadcastState(DESCRIBED).put(asset.id().value(), sensors);
        } catch (WireException e) {
            Instant now = Instant.ofEpochMilli(context.currentProcessingTime());
            context.output(DetectionJob.REJECTS, Outgoing.rejected(Refusal.of(e), topics.assets(), raw, now));
        }
    }

    @Override
    public void processElement(Incoming incoming, ReadOnlyContext context, Collector<Outgoing> out) throws Exception {
        long now = context.timerService().currentProcessingTime();
        if (incoming.isModel()) {
            deploy(incoming, Instant.ofEpochMilli(now), context);
            return;
        }
        AssetIntake intake = intake();
        Incoming own = incoming.copy();
        own.arrivedMillis = now;
        if (own.isEndMark()) {
            if (intake.holds()) {
                intake.hold(own);
            } else {
                end(own, intake, context, out);
            }
        } else if (isDescribed(own, context)) {
            intake.await(own);
            judgeDue(intake, now, context, out);
        } else if (intake.held() < UnknownSensors.MOST) {
            intake.hold(own);
        } else {
            rejectUnknown(own, intake, context, now);
        }
        intakes.update(intake);
        setTimers(intake, now, context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Outgoing> out) throws Exception {
        AssetIntake intake = intake();
        long now = context.timerService().currentProcessingTime();
        if (intake.holds()) {
            letGo(intake, now, context, out);
        }
        judgeDue(intake, now, context, out);
        if (intake.hasNews() && timestamp % REPORT_MILLIS == 0) {
            tell(intake.report(), RunSummary.TOTALS, context);
            challenger.report().ifPresent(report -> context.output(DetectionJob.DEPLOYMENTS, Outgoing.news(report)));
        }
        intakes.update(intake);
        setTimers(intake, now, context);
    }

    private void deploy(Incoming record, Instant now, ReadOnlyContext context) throws Exception {
        Deployments.Outcome outcome = deployments.take(record.model, now);
        outcome.news().forEach(news -> context.output(DetectionJob.DEPLOYMENTS, Outgoing.news(news)));
        outcome.refusal()
                .ifPresent(refusal -> context.output(
                        DetectionJob.REJECTS,
                        Outgoing.rejected(
                                refusal,
                                topics.models(),
                                new RawRecord(record.model, record.partition, record.offset),
                                now)));
    }

    private AssetIntake intake() throws Exception {
        AssetIntake intake = intakes.value();
        return intake == null ? new AssetIntake() : intake;
    }

    private void letGo(AssetIntake intake, long now, ReadOnlyContext context, Collector<Outgoing> out)
            throws Exception {
        long graceOver = now - UnknownSensors.GRACE.toMillis();
        ReadOnlyBroadcastState<String, String[]> described = context.getBroadcastState(DESCRIBED);
        String[] sensors = described.get(context.getCurrentKey());
        for (Incoming released :
                intake.release(one -> contains(sensors, one.sensor) || one.arrivedMillis <= graceOver)) {
            if (released.isEndMark()) {
                end(released, intake, context, out);
            } else if (contains(sensors, released.sensor)) {
                released.arrivedMillis = now;
                intake.await(released);
                judgeDue(intake, now, context, out);
            } else {
                rejectUnknown(released, intake, context, now);
            }
        }
    }

    private boolean isDescribed(Incoming incoming, ReadOnlyContext context) throws Exception {
        return contains(context.getBroadcastState(DESCRIBED).get(incoming.asset), incoming.sensor);
    }

    private static boolean contains(String @Nullable [] sensors, String sensor) {
        if (sensors != null) {
            for (String candidate : sensors) {
                if (candidate.equals(sensor)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void judgeDue(AssetIntake intake, long now, ReadOnlyContext context, Collector<Outgoing> out)
            throws Exception {
        long lateness = settings.lateness().toMillis();
        for (Incoming due = intake.next(now, lateness); due != null; due = intake.next(now, lateness)) {
            judge(due, intake, context, out);
        }
    }

    private void end(Incoming mark, AssetIntake intake, ReadOnlyContext context, Collector<Outgoing> out)
            throws Exception {
        for (Incoming waiting : intake.drain()) {
            judge(waiting, intake, context, out);
        }
        Optional<JudgedSample> sample = champion.flush();
        challenger.flush(sample);
        tellSample(sample, context);
        tell(intake.endRun(), mark.run, context);
    }

    private void judge(Incoming reading, AssetIntake intake, ReadOnlyContext context, Collector<Outgoing> out)
            throws Exception {
        if (!intake.isNext(reading)) {
            return;
        }
        Reading judged = reading.toReading();
        Verdict verdict = champion.judge(judged);
        Optional<JudgedSample> sample =
                champion.judgeWhole(judged, context.getBroadcastState(DESCRIBED).get(context.getCurrentKey()));
        out.collect(Outgoing.score(new ScoredReading(judged.sensor(), judged.time(), judged.value(), verdict.score())));
        tell(verdict, context);
        tellSample(sample, context);
        challenger.judge(judged, verdict, sample);
    }

    private void tellSample(Optional<JudgedSample> judged, ReadOnlyContext context) throws Exception {
        if (judged.isPresent()) {
            tell(judged.get().verdict(), context);
        }
    }

    /** Joins what is told of the asset's sensors into the asset's episode, and tells that. */
    private void tell(Verdict verdict, ReadOnlyContext context) throws Exception {
        if (verdict.detections().isEmpty()) {
            return;
        }
        AssetEpisodes kept = episodes.value();
        AssetEpisodes ofAsset = kept == null ? new AssetEpisodes() : kept;
        for (Detection detection : verdict.detections()) {
            ofAsset.take(detection)
                    .ifPresent(told ->
                            context.output(DetectionJob.DETECTIONS, Outgoing.detection(new DetectionMessage(told))));
        }
        episodes.update(ofAsset);
    }

    private void rejectUnknown(Incoming reading, AssetIntake intake, ReadOnlyContext context, long now) {
        intake.countRejected();
        Refusal refusal = new Refusal(
                RejectionReason.UNKNOWN_SENSOR,
                "Sensor " + reading.asset + "/" + reading.sensor
                        + " is not described; describe the asset, then send the record again.");
        context.output(
                DetectionJob.REJECTS,
                Outgoing.rejected(
                        refusal,
                        topics.readings(),
                        new RawRecord(ReadingCodec.encode(reading.toReading()), reading.partition, reading.offset),
                        Instant.ofEpochMilli(now)));
    }

    private void tell(AssetIntake.Counts counts, String run, ReadOnlyContext context) throws Exception {
        RunSummary summary = new RunSummary(
                new AssetId(context.getCurrentKey()), run, counts.accepted(), counts.late(), counts.rejected());
        context.output(DetectionJob.DETECTIONS, Outgoing.detection(summary));
    }

    private void setTimers(AssetIntake intake, long now, ReadOnlyContext context) {
        OptionalLong due = intake.nextDue(settings.lateness().toMillis());
        if (due.isPresent()) {
            // On a grid, so that many readings share a timer.
            context.timerService().registerProcessingTimeTimer(gridAfter(due.getAsLong(), 50));
        }
        if (intake.holds()) {
            context.timerService().registerProcessingTimeTimer(gridAfter(now, LOOK_AGAIN_MILLIS));
        }
        if (intake.hasNews()) {
            context.timerService().registerProcessingTimeTimer(gridAfter(now, REPORT_MILLIS));
        }
    }

    /** The first multiple of the step after a time. */
    private static long gridAfter(long millis, long step) {
        return (Math.floorDiv(millis, step) + 1) * step;
    }
}
