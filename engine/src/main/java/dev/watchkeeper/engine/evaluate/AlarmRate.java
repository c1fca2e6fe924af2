package dev.watchkeeper.engine.evaluate;

/**
 * How many false alarms were asked for, and how many came, where nothing is labelled.
 *
 * @param requested the number that was to be expected
 * @param observed the number that came
 * @param days how long was watched
 */
public record AlarmRate(double requested, double observed, double days) {
    /** Nothing watched yet. */
    public static final AlarmRate NONE = new AlarmRate(0, 0, 0);

    /** Both together. */
    public AlarmRate plus(AlarmRate other) {
        return new AlarmRate(requested + other.requested, observed + other.observed, days + other.days);
    }

    /** 0 where nothing was watched. */
    public double requestedPerDay() {
        return days > 0 ? requested / days : 0;
    }

    /** 0 where nothing was watched. */
    public double observedPerDay() {
        return days > 0 ? observed / days : 0;
    }

    /** Observed over requested; 1 is as asked; 0 where nothing was to be expected. */
    public double ratio() {
        return requested > 0 ? observed / requested : 0;
    }
}
