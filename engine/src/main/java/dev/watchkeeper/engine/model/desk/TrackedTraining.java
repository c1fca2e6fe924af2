package dev.watchkeeper.engine.model.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.watchkeeper.engine.model.ModelSummary;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartMetrics;
import dev.watchkeeper.engine.model.RateCheck;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import dev.watchkeeper.engine.model.tracking.Artefact;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.ModelSignature;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStart;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.model.tracking.TrackedNames;
import dev.watchkeeper.engine.model.tracking.Tracking;
import dev.watchkeeper.engine.model.train.TrainingPlan;
import dev.watchkeeper.engine.signal.Asset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The run that tracking keeps of a training. One thread. */
final class TrackedTraining {
    private static final int STEPS = 10;

    private final Tracking tracking;
    private final Asset asset;
    private final InstantSource clock;
    private final RunId run;
    private int step = -1;

    private TrackedTraining(Tracking tracking, Asset asset, InstantSource clock, RunId run) {
        this.tracking = tracking;
        this.asset = asset;
        this.clock = clock;
        this.run = run;
    }

    static TrackedTraining begin(
            Tracking tracking,
            Asset asset,
            int number,
            RetrainRequest request,
            TrainingPlan plan,
            Answers.Lesson lesson,
            InstantSource clock) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("cause", request.cause().word());
        params.put("train_start", plan.split().train().start().toString());
        params.put("train_end", plan.split().train().end().toString());
        params.put("validation_start", plan.split().validation().start().toString());
        params.put("validation_end", plan.split().validation().end().toString());
        params.put("test_start", plan.split().test().start().toString());
        params.put("test_end", plan.split().test().end().toString());
        params.put("embargo", plan.split().gap().embargo().toString());
        params.put("purge_gap", plan.split().gap().purge().toString());
        params.put("false_alarms_per_day", Double.toString(plan.sensitivity().falseAlarmsPerDay()));
        params.put("sensors", Integer.toString(asset.sensors().size()));
        params.put(
                "labels_left_out", Integer.toString(lesson.leftOut().stretches().size()));
        params.put("labels_kept_as_normal", Integer.toString(lesson.keptAsNormal()));
        RunId run = tracking.start(new RunStart(asset.id(), number, clock.instant(), request.by(), params));
        return new TrackedTraining(tracking, asset, clock, run);
    }

    RunId run() {
        return run;
    }

    /** A point for each tenth that is done. */
    void progress(double done) {
        int reached = (int) (done * STEPS);
        if (reached > step) {
            step = reached;
            tracking.logMetrics(run, List.of(new MetricPoint("progress", reached, clock.instant(), done)));
        }
    }

    /** What the model is, and what was measured of it. */
    void made(ModelVersion model, Path file, String choice) {
        Instant now = clock.instant();
        tracking.logSignature(run, ModelSignature.of(asset));
        tracking.logMetrics(run, metrics(model, now));
        tracking.logArtefact(
                run, new Artefact.InFile(Artefact.MODEL_FOLDER + "/v" + model.number() + ".wkmodel", file));
        tracking.logArtefact(run, Artefact.text("leakage.json", leakage(model)));
        tracking.logArtefact(run, Artefact.text("grades.json", grades(model)));
        tracking.logArtefact(run, Artefact.text("training.txt", choice));
        tracking.finish(run, RunStatus.FINISHED, now);
        tracking.register(run);
    }

    void ended(RunStatus status) {
        tracking.finish(run, status, clock.instant());
    }

    private static List<MetricPoint> metrics(ModelVersion model, Instant now) {
        List<MetricPoint> points = new ArrayList<>();
        ModelSummary summary = model.summary();
        points.add(new MetricPoint("validation/days", 0, now, summary.longestDays()));
        points.add(new MetricPoint("validation/requested", 0, now, summary.expected()));
        points.add(new MetricPoint("validation/observed", 0, now, summary.observed()));
        points.add(new MetricPoint("validation/episodes", 0, now, summary.episodes()));
        for (int part = 0; part < model.parts().size(); part++) {
            PartMetrics metrics = model.parts().get(part).metrics();
            String name = "part/"
                    + TrackedNames.fitted(model.parts().get(part).kind() + " "
                            + model.parts().get(part).subject().name());
            for (int i = 0; i < metrics.rates().size(); i++) {
                RateCheck rate = metrics.rates().get(i);
                points.add(new MetricPoint(name + "/requested", i, now, rate.requestedPerDay() * metrics.days()));
                points.add(new MetricPoint(name + "/observed", i, now, rate.observed()));
            }
        }
        return points;
    }

    private static String leakage(ModelVersion model) {
        var checked = model.leakage().checked();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("clean", model.leakage().isClean());
        json.put("windows", checked.windows());
        json.put("readings", checked.readings());
        json.put("fitted", checked.fitted());
        json.put("labels", checked.labels());
        json.put("groups", checked.groups());
        ArrayNode findings = json.putArray("findings");
        model.leakage().sentences().forEach(findings::add);
        return json.toPrettyString();
    }

    private static String grades(ModelVersion model) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (SensorGrade grade : model.grades()) {
            ObjectNode one = json.addObject();
            one.put("sensor", grade.sensor().name());
            one.put("grade", grade.grade().name());
            one.put("readings", grade.facts().readings());
            one.put("missing_share", grade.facts().missingShare());
            ArrayNode reasons = one.putArray("reasons");
            grade.reasons().forEach(reason -> reasons.add(reason.sentence()));
        }
        return json.toPrettyString();
    }
}
