package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.signal.Guidance;

/**
 * What is watched, and what its alarms say (ISA-18.2: every alarm has cause, consequence, action and time to respond).
 *
 * @param enabled whether it may raise alarms
 */
public record AlarmRule(
        Condition condition, Priority priority, Guidance guidance, AlarmTraits traits, boolean enabled) {
    public RuleId id() {
        return RuleId.of(condition);
    }

    /** What the detection job is to watch. */
    public RuleUpdate update() {
        return enabled ? RuleUpdate.watch(condition) : RuleUpdate.forget(condition.asset(), condition.name());
    }
}
