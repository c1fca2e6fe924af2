package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.alarm.AlarmDefinition;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.detect.rule.Condition;

/** What rules mean for alarms: the one way, live and when a rule is tried on the past. Thread-safe as its wording is. */
public final class RuleDefinitions {
    private final RuleWording wording;

    public RuleDefinitions(RuleWording wording) {
        this.wording = wording;
    }

    /** The rule that counts for a source. Detectors speak under their own names; theirs is the asset's anomaly rule. */
    public static RuleId ruleOf(AlarmSource source) {
        return new RuleId(source.asset(), isDetector(source) ? Condition.Anomaly.NAME : source.rule());
    }

    static boolean isDetector(AlarmSource source) {
        return source.rule().equals(SensorWatch.RULE) || source.rule().equals(AssetWatch.RULE);
    }

    /** What a rule lays down for its alarms. */
    public AlarmDefinition definition(AlarmRule rule, boolean enabled) {
        double rarest = rule.condition() instanceof Condition.Anomaly anomaly
                ? anomaly.falseAlarmsPerDay()
                : Double.POSITIVE_INFINITY;
        return new AlarmDefinition(
                enabled,
                rarest,
                rule.priority(),
                rule.guidance(),
                wording.message(rule.condition()).orElse(null),
                rule.traits());
    }
}
