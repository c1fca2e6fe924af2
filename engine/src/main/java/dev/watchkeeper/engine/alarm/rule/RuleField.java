package dev.watchkeeper.engine.alarm.rule;

/** What is typed for a rule. */
public enum RuleField {
    ASSET("asset"),
    SENSOR("sensor"),
    /** The name of a {@link dev.watchkeeper.engine.detect.rule.Condition.Level}. */
    LEVEL("level"),
    LIMIT("limit"),
    DEADBAND("deadband"),
    /** In the sensor's unit a second. */
    RATE("rate"),
    OVER("over"),
    AFTER("after"),
    FALSE_ALARMS_PER_DAY("false alarms per day"),
    ON_DELAY("on-delay"),
    OFF_DELAY("off-delay"),
    /** The name of a {@link dev.watchkeeper.engine.alarm.Priority}. */
    PRIORITY("priority"),
    CAUSE("cause"),
    CONSEQUENCE("consequence"),
    ACTION("action"),
    TIME_TO_RESPOND("time to respond"),
    REALARM_AFTER("re-alarm");

    private final String words;

    RuleField(String words) {
        this.words = words;
    }

    /** As a sentence calls it. */
    public String words() {
        return words;
    }
}
