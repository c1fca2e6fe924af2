package dev.watchkeeper.engine.model;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.model.grade.Grade;
import dev.watchkeeper.engine.model.grade.GradeReason;
import dev.watchkeeper.engine.model.grade.SensorFacts;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import dev.watchkeeper.engine.model.leakage.LeakageReport;
import dev.watchkeeper.engine.model.leakage.LeakageVerdict;
import dev.watchkeeper.engine.model.scale.RobustScaler;
import dev.watchkeeper.engine.model.split.Gap;
import dev.watchkeeper.engine.model.split.TimeSplit;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Models as training would make them, but small or of a wanted size. */
public final class Models {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00.123456789Z");

    private Models() {}

    /** The model whose bytes of version 1 are kept; every field has a value that is told from others. */
    public static ModelVersion example() {
        return version(new AssetId("P-101"), 7, new byte[] {1, 2, 3, -4});
    }

    /** A model with bytes that cannot be packed. */
    public static ModelVersion large(AssetId asset, int number, int bytes) {
        byte[] snapshot = new byte[bytes];
        new Random(bytes).nextBytes(snapshot);
        return version(asset, number, snapshot);
    }

    private static ModelVersion version(AssetId asset, int number, byte[] snapshot) {
        SensorId flow = new SensorId(asset, "flow");
        TimeSplit split = new TimeSplit(
                hours(0, 60), hours(64, 80), hours(84, 100), new Gap(Duration.ofHours(3), Duration.ofMinutes(59)));
        PartMetrics metrics =
                new PartMetrics(Duration.ofHours(16), 57_600, 2, List.of(new RateCheck(0.1, 1), new RateCheck(1, 3)));
        SensorFacts facts = new SensorFacts(
                360_000,
                Duration.ofHours(100),
                Duration.ofSeconds(1),
                0.02,
                Duration.ofMinutes(7),
                0.98,
                0.03,
                4_711,
                3,
                0.25,
                1.5,
                0.0005,
                0.004);
        return new ModelVersion(
                asset,
                number,
                START.plus(Duration.ofHours(101)),
                split,
                new Sensitivity(0.1),
                List.of(new TrainedPart(PartKind.NOVELTY, flow, hours(0, 60), snapshot, metrics)),
                List.of(new RobustScaler(flow, hours(0, 60), 216_000, 50.5, 1.25)),
                List.of(new SensorGrade(
                        flow, facts, List.of(new GradeReason(GradeReason.Kind.COARSE, Grade.C, "It is coarse.")))),
                new LeakageVerdict(new LeakageReport.Checked(2, 3, 4, 5, 6), List.of("An example of a finding.")));
    }

    private static TimeSpan hours(int from, int to) {
        return new TimeSpan(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(to)));
    }
}
