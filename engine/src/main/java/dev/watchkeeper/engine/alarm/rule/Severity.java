package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.alarm.Priority;
import java.time.Duration;

/**
 * How bad it is if nobody acts. With the time there is to respond it gives the priority, as ISA-18.2 (clause on rationalization)
 * has it derived; the bounds of the time are ours, in the middle of those that its technical report 2 gives as examples.
 */
public enum Severity {
    MINOR("minor: a nuisance, some energy or product"),
    MAJOR("major: an asset trips, output or a permit suffers"),
    SEVERE("severe: people, environment or an asset are in danger");

    private static final Duration AT_ONCE = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMinutes(15);

    private final String words;

    Severity(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The priority of an alarm whose consequence is that bad, and to which an operator must have responded in that time. */
    public Priority priority(Duration timeToRespond) {
        boolean atOnce = timeToRespond.compareTo(AT_ONCE) <= 0;
        boolean soon = timeToRespond.compareTo(SOON) <= 0;
        return switch (this) {
            case MINOR -> atOnce ? Priority.MEDIUM : Priority.LOW;
            case MAJOR -> atOnce ? Priority.HIGH : soon ? Priority.MEDIUM : Priority.LOW;
            case SEVERE -> soon ? Priority.HIGH : Priority.MEDIUM;
        };
    }
}
