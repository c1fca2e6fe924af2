package dev.watchkeeper.app.trends;

import dev.watchkeeper.app.chart.LimitMark;
import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.alarm.rule.Rules;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.math.BigDecimal;
import java.util.Optional;

/** Begins rules from limits that were put or moved on a trend. */
final class LimitDrafts {
    private final Rules rules;

    LimitDrafts(Rules rules) {
        this.rules = rules;
    }

    /**
     * A rule for a new limit: high above the newest value, low below it; where such a limit stands and the new one lies beyond it, high
     * high or low low.
     */
    RuleDraft fresh(TrendPicture picture, Sensor sensor, double value) {
        boolean above = value >= newest(picture, sensor.id()).orElse(value);
        return RuleDraft.empty(RuleKind.LIMIT_VALUE)
                .with(RuleField.ASSET, sensor.id().asset().value())
                .with(RuleField.SENSOR, sensor.id().name())
                .with(RuleField.LEVEL, level(sensor.id(), above, value).name())
                .with(RuleField.LIMIT, plain(value));
    }

    /** The rule of a limit with another value; empty where the rule is gone. */
    Optional<RuleDraft> moved(LimitMark limit, double value) {
        return rules.find(limit.rule())
                .map(rule -> value == limit.value()
                        ? RuleDraft.of(rule)
                        : RuleDraft.of(rule).with(RuleField.LIMIT, plain(value)));
    }

    private Condition.Level level(SensorId sensor, boolean above, double value) {
        Condition.Level near = above ? Condition.Level.HIGH : Condition.Level.LOW;
        boolean beyond = rules.all().stream()
                .map(AlarmRule::condition)
                .anyMatch(condition -> condition instanceof Condition.Limit limit
                        && limit.sensor().equals(sensor)
                        && limit.level() == near
                        && (above ? value > limit.limit() : value < limit.limit()));
        if (!beyond) {
            return near;
        }
        return above ? Condition.Level.HIGH_HIGH : Condition.Level.LOW_LOW;
    }

    private static Optional<Double> newest(TrendPicture picture, SensorId sensor) {
        return picture.lanes().stream()
                .flatMap(lane -> lane.traces().stream())
                .filter(trace -> trace.sensor().id().equals(sensor))
                .map(trace -> trace.values())
                .filter(values -> values.size() > 0)
                .map((Series values) -> values.last(values.size() - 1))
                .findFirst();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
