package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.PartMetrics;
import dev.watchkeeper.engine.model.RateCheck;
import dev.watchkeeper.engine.model.TrainedPart;
import dev.watchkeeper.engine.model.desk.ModelEntry;
import dev.watchkeeper.engine.model.desk.RetrainCause;
import dev.watchkeeper.engine.model.grade.Grade;
import dev.watchkeeper.engine.model.grade.GradeReason;
import dev.watchkeeper.engine.model.grade.SensorFacts;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import dev.watchkeeper.engine.model.leakage.LeakageReport;
import dev.watchkeeper.engine.model.leakage.LeakageVerdict;
import dev.watchkeeper.engine.model.split.Gap;
import dev.watchkeeper.engine.model.split.SplitShares;
import dev.watchkeeper.engine.model.split.TimeSplit;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Versions of an asset's model with the runs that made them, as a training would leave them. */
public final class TrainedModels {
    private static final double REQUESTED_PER_DAY = 0.5;
    private static final double[] LOOSER = {1, 4, 16, 64};

    private final Asset asset;

    public TrainedModels(Asset asset) {
        this.asset = asset;
    }

    /**
     * A version.
     *
     * @param historyDays how many days it was trained and measured on
     * @param observed how many samples of each sensor's validation were as rare as the sensitivity asks for
     */
    public ModelVersion version(int number, Instant at, int historyDays, int observed) {
        TimeSplit split = TimeSplit.of(
                TimeSpan.before(at, Duration.ofDays(historyDays)),
                SplitShares.USUAL,
                new Gap(Duration.ofHours(1), Duration.ofMinutes(4)));
        Duration measured = split.validation().length();
        List<TrainedPart> parts = new ArrayList<>();
        for (Sensor sensor : asset.sensors()) {
            parts.add(new TrainedPart(
                    PartKind.NOVELTY,
                    sensor.id(),
                    split.train(),
                    new byte[] {1},
                    new PartMetrics(measured, measured.toSeconds(), observed, rates(observed))));
        }
        return new ModelVersion(
                asset.id(),
                number,
                at,
                split,
                new Sensitivity(REQUESTED_PER_DAY),
                parts,
                List.of(),
                grades(historyDays),
                new LeakageVerdict(new LeakageReport.Checked(18_412, 18, 14, 3, 1), List.of()),
                List.of());
    }

    public ModelEntry entry(ModelVersion version, String by, RetrainCause cause, @Nullable RunId run) {
        return new ModelEntry(
                asset.id(),
                version.number(),
                version.trainedAt(),
                by,
                cause,
                version.split().whole(),
                "Trained on " + version.split().whole().start() + " to "
                        + version.split().whole().end() + ", all that is kept of " + asset.label() + ".",
                version.summary(),
                version.leakage(),
                run == null,
                run);
    }

    /** The run that made a version; without a version one that ended early. */
    public TrackedRun run(
            RunId id,
            int number,
            Instant at,
            String by,
            RunStatus status,
            RetrainCause cause,
            @Nullable ModelVersion made) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("cause", cause.word());
        params.put("false_alarms_per_day", "0.5");
        params.put("sensors", String.valueOf(asset.sensors().size()));
        params.put("labels_left_out", String.valueOf(number));
        Map<String, Double> metrics = new TreeMap<>();
        if (made != null) {
            metrics.put("validation/days", made.summary().longestDays());
            metrics.put("validation/requested", made.summary().expected());
            metrics.put("validation/observed", (double) made.summary().observed());
            metrics.put("validation/episodes", (double) made.summary().episodes());
        }
        return new TrackedRun(
                id,
                asset.id(),
                number,
                at.minusSeconds(74),
                status == RunStatus.RUNNING ? null : at,
                by,
                status,
                new TreeMap<>(params),
                new TreeMap<>(metrics),
                List.of("model/v" + number + ".wkmodel"),
                made != null,
                Set.of());
    }

    /** What a run of a version left of each rate, step by step. */
    public Map<String, List<MetricPoint>> curves(ModelVersion version) {
        Map<String, List<MetricPoint>> curves = new LinkedHashMap<>();
        List<RateCheck> rates = version.parts().getFirst().metrics().rates();
        String name = "part/novelty " + asset.sensors().getFirst().id().name() + "/observed";
        List<MetricPoint> points = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            points.add(
                    new MetricPoint(name, i, version.trainedAt(), rates.get(i).observed()));
        }
        curves.put(name, points);
        return curves;
    }

    private static List<RateCheck> rates(int observed) {
        List<RateCheck> rates = new ArrayList<>();
        for (double looser : LOOSER) {
            rates.add(new RateCheck(REQUESTED_PER_DAY * looser, Math.round(observed * Math.pow(looser, 0.9))));
        }
        return rates;
    }

    private List<SensorGrade> grades(int historyDays) {
        List<SensorGrade> grades = new ArrayList<>();
        for (int i = 0; i < asset.sensors().size(); i++) {
            Duration history = Duration.ofDays(i == 1 ? Math.min(9, historyDays) : historyDays);
            List<GradeReason> reasons = new ArrayList<>();
            if (i == 3) {
                reasons.add(new GradeReason(
                        GradeReason.Kind.STUCK,
                        Grade.C,
                        "Its value stands still unusually long in 7.4 % of its readings, for up to 5,210 of them."));
            }
            if (history.toDays() < 14) {
                reasons.add(new GradeReason(
                        GradeReason.Kind.LITTLE_HISTORY,
                        Grade.B,
                        String.format(
                                Locale.ROOT,
                                "Its history of %d d is little; 14 days or more show what is usual.",
                                history.toDays())));
            }
            SensorFacts facts = new SensorFacts(
                    history.toSeconds(),
                    history,
                    Duration.ofSeconds(1),
                    0.002,
                    Duration.ofMinutes(3),
                    0.99,
                    i == 3 ? 0.074 : 0,
                    i == 3 ? 5_210 : 4,
                    900,
                    0.2,
                    1.3,
                    0,
                    0);
            grades.add(new SensorGrade(asset.sensors().get(i).id(), facts, reasons));
        }
        return grades;
    }
}
