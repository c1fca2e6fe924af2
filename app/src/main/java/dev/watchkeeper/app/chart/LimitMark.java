package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.Optional;

/**
 * A limit as a trend draws it across the lane of its sensor.
 *
 * @param value in the sensor's unit
 * @param above whether what lies above it is beyond it
 * @param name what it is called, such as {@code high}
 * @param enabled whether it raises alarms
 * @param pinned whether the scale reaches to it however far away it is
 */
public record LimitMark(
        RuleId rule,
        SensorId sensor,
        double value,
        boolean above,
        String name,
        Priority priority,
        boolean enabled,
        boolean pinned) {
    /** The limit of a rule; empty where it has none. */
    public static Optional<LimitMark> of(AlarmRule rule) {
        return rule.condition() instanceof Condition.Limit limit
                ? Optional.of(new LimitMark(
                        rule.id(),
                        limit.sensor(),
                        limit.limit(),
                        limit.level().above(),
                        limit.level().words(),
                        rule.priority(),
                        rule.enabled(),
                        false))
                : Optional.empty();
    }

    /** The same, to which the scale reaches. */
    public LimitMark reached() {
        return new LimitMark(rule, sensor, value, above, name, priority, enabled, true);
    }
}
