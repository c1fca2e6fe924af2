package dev.watchkeeper.engine.notify.route;

import java.time.Duration;
import java.util.List;

/**
 * Who is told next while nobody acknowledges an alarm.
 *
 * @param name by which rules name it; unique
 * @param steps in order, the last of which is repeated
 * @param repeatEvery how long after the last step, and again, it is repeated until somebody acknowledges; zero for never
 */
public record EscalationChain(String name, List<Step> steps, Duration repeatEvery) {
    /**
     * One step.
     *
     * @param after how long after the one before, or after the alarm was raised, it is taken
     * @param recipients ids of those who are told
     */
    public record Step(Duration after, List<String> recipients) {
        /** @throws IllegalArgumentException when the time is not positive */
        public Step {
            recipients = List.copyOf(recipients);
            if (after.isNegative() || after.isZero()) {
                throw new IllegalArgumentException(
                        "a step is taken some time after the one before, not after " + after);
            }
        }
    }

    /** @throws IllegalArgumentException when there is no step, or the time is negative */
    public EscalationChain {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || repeatEvery.isNegative()) {
            throw new IllegalArgumentException("escalation " + name + " needs a step, and no negative time to repeat");
        }
    }
}
