package dev.watchkeeper.engine.alarm;

/** What may move an alarm from one state to another. */
public enum AlarmTrigger {
    CONDITION_BEGINS("the condition begins"),
    CONDITION_ENDS("the condition ends"),
    PRIORITY_RISES("it grows worse and its priority rises"),
    ACKNOWLEDGE("an operator acknowledges"),
    RESET("an operator resets the latch"),
    REALARM_DUE("the re-alarm time is over since it was acknowledged (clock)"),
    SUPPRESSION_ENDS("nothing suppresses it any more");

    private final String words;

    AlarmTrigger(String words) {
        this.words = words;
    }

    /** What happens, in plain words. */
    public String words() {
        return words;
    }
}
