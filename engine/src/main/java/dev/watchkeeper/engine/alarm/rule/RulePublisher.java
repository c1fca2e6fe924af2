package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.detect.rule.RuleUpdate;

/** Brings rules to where readings are judged. */
@FunctionalInterface
public interface RulePublisher {
    /**
     * Publishes what is to be watched. When it returns, the update is safe; it may be given again.
     *
     * @throws RuntimeException when that is not possible at present
     */
    void publish(RuleUpdate update);
}
