package dev.watchkeeper.engine.model.grade;

import dev.watchkeeper.engine.signal.SensorId;
import java.util.List;

/**
 * How good a sensor's data are: as good as the worst of the reasons lets them be.
 *
 * @param reasons worst first; empty for grade A
 */
public record SensorGrade(SensorId sensor, SensorFacts facts, List<GradeReason> reasons) {
    public SensorGrade {
        reasons = List.copyOf(reasons);
    }

    public Grade grade() {
        return reasons.stream().map(GradeReason::grade).reduce(Grade.A, Grade::worse);
    }

    public boolean has(GradeReason.Kind kind) {
        return reasons.stream().anyMatch(reason -> reason.kind() == kind);
    }
}
