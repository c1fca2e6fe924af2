package dev.watchkeeper.engine.alarm.rule;

import static dev.watchkeeper.engine.alarm.rule.RuleField.ACTION;
import static dev.watchkeeper.engine.alarm.rule.RuleField.AFTER;
import static dev.watchkeeper.engine.alarm.rule.RuleField.ASSET;
import static dev.watchkeeper.engine.alarm.rule.RuleField.CAUSE;
import static dev.watchkeeper.engine.alarm.rule.RuleField.CONSEQUENCE;
import static dev.watchkeeper.engine.alarm.rule.RuleField.DEADBAND;
import static dev.watchkeeper.engine.alarm.rule.RuleField.FALSE_ALARMS_PER_DAY;
import static dev.watchkeeper.engine.alarm.rule.RuleField.LEVEL;
import static dev.watchkeeper.engine.alarm.rule.RuleField.LIMIT;
import static dev.watchkeeper.engine.alarm.rule.RuleField.OFF_DELAY;
import static dev.watchkeeper.engine.alarm.rule.RuleField.ON_DELAY;
import static dev.watchkeeper.engine.alarm.rule.RuleField.OVER;
import static dev.watchkeeper.engine.alarm.rule.RuleField.PRIORITY;
import static dev.watchkeeper.engine.alarm.rule.RuleField.RATE;
import static dev.watchkeeper.engine.alarm.rule.RuleField.REALARM_AFTER;
import static dev.watchkeeper.engine.alarm.rule.RuleField.SENSOR;
import static dev.watchkeeper.engine.alarm.rule.RuleField.TIME_TO_RESPOND;

import dev.watchkeeper.engine.detect.rule.Condition;
import java.util.ArrayList;
import java.util.List;

/** The kinds of rules, each with the fields that are typed for it. */
public enum RuleKind {
    LIMIT_VALUE,
    RATE_OF_CHANGE,
    MISSING_DATA,
    ANOMALY,
    DRIFT;

    /** Whether it is about one sensor, rather than an asset. */
    public boolean ofSensor() {
        return this != ANOMALY && this != DRIFT;
    }

    /** What is asked for, in this order. */
    public List<RuleField> fields() {
        List<RuleField> all = new ArrayList<>(List.of(ASSET));
        all.addAll(
                switch (this) {
                    case LIMIT_VALUE -> List.of(SENSOR, LEVEL, LIMIT, DEADBAND, ON_DELAY, OFF_DELAY);
                    case RATE_OF_CHANGE -> List.of(SENSOR, RATE, OVER, DEADBAND, ON_DELAY, OFF_DELAY);
                    case MISSING_DATA -> List.of(SENSOR, AFTER);
                    case ANOMALY -> List.of(FALSE_ALARMS_PER_DAY, ON_DELAY, OFF_DELAY);
                    case DRIFT -> List.<RuleField>of();
                });
        all.addAll(List.of(PRIORITY, CAUSE, CONSEQUENCE, ACTION, TIME_TO_RESPOND, REALARM_AFTER));
        return List.copyOf(all);
    }

    /** The kind of a condition. */
    public static RuleKind of(Condition condition) {
        if (condition instanceof Condition.Limit) {
            return LIMIT_VALUE;
        }
        if (condition instanceof Condition.RateOfChange) {
            return RATE_OF_CHANGE;
        }
        if (condition instanceof Condition.MissingData) {
            return MISSING_DATA;
        }
        return condition instanceof Condition.Anomaly ? ANOMALY : DRIFT;
    }
}
