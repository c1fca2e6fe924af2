package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.signal.Guidance;
import java.time.Duration;

/**
 * How alarms are raised in this plant.
 *
 * <p>Priorities follow ISA-18.2, which asks for 80 / 15 / 5 % low, medium and high and for a priority that reflects the
 * time an operator has. A detector opens an episode when normal operation would score as high at most
 * {@code falseAlarmsPerDay} times a day. Of the scores that do so in normal operation a fraction of 5 % is by
 * definition expected less often than 5 % of that rate: those are high, the next 15 % medium. Where the guidance gives
 * more than an hour to respond the alarm is medium at most, with more than eight hours low.
 *
 * @param falseAlarmsPerDay the rate that the detectors' threshold is set to
 * @param latching whether an alarm stays after its condition has ended until somebody resets it, where no rule says otherwise
 * @param usualTimeToRespond for sensors that bring no guidance of their own
 * @param longestShelf the longest that an operator may put alarms on the shelf at once
 */
public record AlarmPolicy(
        double falseAlarmsPerDay, boolean latching, Duration usualTimeToRespond, Duration longestShelf) {
    /** A shift: whoever shelves is there when it ends. */
    private static final Duration SHIFT = Duration.ofHours(8);

    /** One false alarm a day and sensor, no latching, half an hour to respond. */
    public static final AlarmPolicy STANDARD = new AlarmPolicy(1, false, Duration.ofMinutes(30));

    private static final double HIGH_FRACTION = 0.05;
    private static final double MEDIUM_FRACTION = 0.20;
    private static final Duration MEDIUM_AT_MOST_BEYOND = Duration.ofHours(1);
    private static final Duration LOW_BEYOND = Duration.ofHours(8);

    /** @throws IllegalArgumentException when the rate or a time is not positive */
    public AlarmPolicy {
        if (!(falseAlarmsPerDay > 0)) {
            throw new IllegalArgumentException("false alarms per day are not positive: " + falseAlarmsPerDay);
        }
        if (usualTimeToRespond.isNegative() || usualTimeToRespond.isZero()) {
            throw new IllegalArgumentException("usual time to respond is not positive: " + usualTimeToRespond);
        }
        if (longestShelf.isNegative() || longestShelf.isZero()) {
            throw new IllegalArgumentException("longest shelf is not positive: " + longestShelf);
        }
    }

    /** With a shelf for a shift of eight hours at most. */
    public AlarmPolicy(double falseAlarmsPerDay, boolean latching, Duration usualTimeToRespond) {
        this(falseAlarmsPerDay, latching, usualTimeToRespond, SHIFT);
    }

    /** How urgent a detection is, given what the operator is told to do and by when. */
    public Priority priority(Detection detection, Guidance guidance) {
        Priority byRarity = byRarity(detection.falseAlarmsPerDay() / falseAlarmsPerDay);
        Priority byTime = byTime(guidance.timeToRespond());
        return byRarity.compareTo(byTime) < 0 ? byRarity : byTime;
    }

    private static Priority byRarity(double fraction) {
        if (fraction <= HIGH_FRACTION) {
            return Priority.HIGH;
        }
        return fraction <= MEDIUM_FRACTION ? Priority.MEDIUM : Priority.LOW;
    }

    private static Priority byTime(Duration timeToRespond) {
        if (timeToRespond.compareTo(LOW_BEYOND) > 0) {
            return Priority.LOW;
        }
        return timeToRespond.compareTo(MEDIUM_AT_MOST_BEYOND) > 0 ? Priority.MEDIUM : Priority.HIGH;
    }
}
