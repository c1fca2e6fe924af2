package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.intake.Refusal;
import dev.watchkeeper.engine.intake.UnknownSensors;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.wire.AssetCodec;
import dev.watchkeeper.engine.wire.ReadingCodec;
import dev.watchkeeper.engine.wire.RejectionReason;
import dev.watchkeeper.engine.wire.RunSummary;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.topic.Topics;
import java.time.Instant;
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

    private final DetectionSettings settings;
    private final Topics topics;

    private transient ValueState<AssetIntake> intakes;
    private transient AssetJudge judge;

    Watch(DetectionSettings settings, Topics topics) {
        this.settings = settings;
        this.topics = topics;
    }

    @Override
    public void open(Configuration parameters) {
        intakes = getRuntimeContext().getState(INTAKE);
        judge = new AssetJudge(getRuntimeContext(), new Sensitivity(settings.falseAlarmsPerDay()), topics);
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
        Outlets outlets = new Outlets(out, context::output);
        if (incoming.isModel()) {
            judge.deploy(
                    new RawRecord(incoming.model, incoming.partition, incoming.offset),
                    Instant.ofEpochMilli(now),
                    outlets);
            return;
        }
        if (incoming.isRule()) {
            judge.follow(
                    new RawRecord(incoming.rule, incoming.partition, incoming.offset),
                    Instant.ofEpochMilli(now),
                    outlets);
            return;
        }
        AssetIntake intake = intake();
        Incoming own = incoming.copy();
        own.arrivedMillis = now;
        if (own.isEndMark()) {
            if (intake.holds()) {
                intake.hold(own);
            } else {
                end(own, intake, context, outlets);
            }
        } else if (isDescribed(own, context)) {
            intake.await(own);
            judgeDue(intake, now, context, outlets);
        } else if (intake.held() < UnknownSensors.MOST) {
            intake.hold(own);
        } else {
            rejectUnknown(own, intake, outlets, now);
        }
        intakes.update(intake);
        setTimers(intake, now, context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Outgoing> out) throws Exception {
        AssetIntake intake = intake();
        long now = context.timerService().currentProcessingTime();
        Outlets outlets = new Outlets(out, context::output);
        if (intake.holds()) {
            letGo(intake, now, context, outlets);
        }
        judgeDue(intake, now, context, outlets);
        if (intake.hasNews() && timestamp % REPORT_MILLIS == 0) {
            tell(intake.report(), RunSummary.TOTALS, context, outlets);
            judge.report(outlets);
        }
        intakes.update(intake);
        setTimers(intake, now, context);
    }

    private AssetIntake intake() throws Exception {
        AssetIntake intake = intakes.value();
        return intake == null ? new AssetIntake() : intake;
    }

    private void letGo(AssetIntake intake, long now, ReadOnlyContext context, Outlets out) throws Exception {
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
                rejectUnknown(released, intake, out, now);
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

    private void judgeDue(AssetIntake intake, long now, ReadOnlyContext context, Outlets out) throws Exception {
        long lateness = settings.lateness().toMillis();
        for (Incoming due = intake.next(now, lateness); due != null; due = intake.next(now, lateness)) {
            judge(due, intake, context, out);
        }
    }

    private void end(Incoming mark, AssetIntake intake, ReadOnlyContext context, Outlets out) throws Exception {
        for (Incoming waiting : intake.drain()) {
            judge(waiting, intake, context, out);
        }
        judge.flush(out);
        tell(intake.endRun(), mark.run, context, out);
    }

    private void judge(Incoming reading, AssetIntake intake, ReadOnlyContext context, Outlets out) throws Exception {
        if (intake.isNext(reading)) {
            String[] described = context.getBroadcastState(DESCRIBED).get(context.getCurrentKey());
            judge.judge(reading.toReading(), described, out);
        }
    }

    private void rejectUnknown(Incoming reading, AssetIntake intake, Outlets out, long now) {
        intake.countRejected();
        Refusal refusal = new Refusal(
                RejectionReason.UNKNOWN_SENSOR,
                "Sensor " + reading.asset + "/" + reading.sensor
                        + " is not described; describe the asset, then send the record again.");
        RawRecord raw = new RawRecord(ReadingCodec.encode(reading.toReading()), reading.partition, reading.offset);
        out.rejected(refusal, topics.readings(), raw, Instant.ofEpochMilli(now));
    }

    private static void tell(AssetIntake.Counts counts, String run, ReadOnlyContext context, Outlets out) {
        out.detection(new RunSummary(
                new AssetId(context.getCurrentKey()), run, counts.accepted(), counts.late(), counts.rejected()));
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
