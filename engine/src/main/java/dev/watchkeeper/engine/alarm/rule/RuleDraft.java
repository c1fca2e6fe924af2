package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Delays;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * A rule as somebody types it, right or wrong.
 *
 * @param texts what stands in the fields; a field that is not there is empty
 */
public record RuleDraft(RuleKind kind, Map<RuleField, String> texts, boolean latching, boolean enabled) {
    public RuleDraft {
        texts = Map.copyOf(texts);
    }

    /** An empty one, with the values that are usual. */
    public static RuleDraft empty(RuleKind kind) {
        Map<RuleField, String> texts = new EnumMap<>(RuleField.class);
        texts.put(RuleField.DEADBAND, "0");
        texts.put(RuleField.OVER, "1 s");
        texts.put(RuleField.ON_DELAY, "0 s");
        texts.put(RuleField.OFF_DELAY, "0 s");
        texts.put(RuleField.PRIORITY, Priority.LOW.name());
        texts.keySet().retainAll(kind.fields());
        return new RuleDraft(kind, texts, false, true);
    }

    /** A rule that stands, to be changed. */
    public static RuleDraft of(AlarmRule rule) {
        Condition condition = rule.condition();
        Map<RuleField, String> texts = new EnumMap<>(RuleField.class);
        texts.put(RuleField.ASSET, condition.asset().value());
        if (condition instanceof Condition.OfSensor ofSensor) {
            texts.put(RuleField.SENSOR, ofSensor.sensor().name());
            put(texts, ofSensor.delays());
        }
        if (condition instanceof Condition.Limit limit) {
            texts.put(RuleField.LEVEL, limit.level().name());
            texts.put(RuleField.LIMIT, written(limit.limit()));
            texts.put(RuleField.DEADBAND, written(limit.deadband()));
        } else if (condition instanceof Condition.RateOfChange rate) {
            texts.put(RuleField.RATE, written(rate.mostPerSecond()));
            texts.put(RuleField.DEADBAND, written(rate.deadbandPerSecond()));
            texts.put(RuleField.OVER, DurationText.written(rate.over()));
        } else if (condition instanceof Condition.MissingData missing) {
            texts.put(RuleField.SENSOR, missing.sensor().name());
            texts.put(RuleField.AFTER, DurationText.written(missing.after()));
        } else if (condition instanceof Condition.Anomaly anomaly) {
            texts.put(RuleField.FALSE_ALARMS_PER_DAY, written(anomaly.falseAlarmsPerDay()));
            put(texts, anomaly.delays());
        }
        texts.put(RuleField.PRIORITY, rule.priority().name());
        texts.put(RuleField.CAUSE, rule.guidance().cause());
        texts.put(RuleField.CONSEQUENCE, rule.guidance().consequence());
        texts.put(RuleField.ACTION, rule.guidance().action());
        texts.put(
                RuleField.TIME_TO_RESPOND, DurationText.written(rule.guidance().timeToRespond()));
        rule.traits()
                .realarmAfter()
                .ifPresent(after -> texts.put(RuleField.REALARM_AFTER, DurationText.written(after)));
        return new RuleDraft(RuleKind.of(condition), texts, rule.traits().latching(), rule.enabled());
    }

    /** What stands in a field, without blanks around it. */
    public String text(RuleField field) {
        return texts.getOrDefault(field, "").strip();
    }

    /** The same with another text in a field. */
    public RuleDraft with(RuleField field, String text) {
        Map<RuleField, String> changed = new EnumMap<>(RuleField.class);
        changed.putAll(texts);
        changed.put(field, text);
        return new RuleDraft(kind, changed, latching, enabled);
    }

    private static void put(Map<RuleField, String> texts, Delays delays) {
        texts.put(RuleField.ON_DELAY, written(delays.on()));
        texts.put(RuleField.OFF_DELAY, written(delays.off()));
    }

    private static String written(Duration duration) {
        return DurationText.written(duration);
    }

    private static String written(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
