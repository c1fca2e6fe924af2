package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import dev.watchkeeper.engine.model.leakage.DataUse;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.util.Map;

/**
 * What a {@link PartTrainer} works with.
 *
 * @param grades one for each sensor of the asset
 * @param uses takes note of what is used
 */
public record Training(
        Asset asset, TrainingPlan plan, ReadingHistory history, Map<SensorId, SensorGrade> grades, DataUse.Log uses) {
    public Training {
        grades = Map.copyOf(grades);
    }

    /**
     * How often a sensor usually speaks; zero where it has fewer than two readings.
     *
     * @throws IllegalArgumentException when the sensor is not graded
     */
    public Duration usualInterval(SensorId sensor) {
        SensorGrade grade = grades.get(sensor);
        if (grade == null) {
            throw new IllegalArgumentException("sensor " + sensor + " is not graded");
        }
        return grade.facts().usualInterval();
    }
}
