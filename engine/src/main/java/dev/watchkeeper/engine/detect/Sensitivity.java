package dev.watchkeeper.engine.detect;

/**
 * From when on a score is worth a detection.
 *
 * @param falseAlarmsPerDay how many samples of normal operation a day may score as high, per sensor; smaller is stricter
 */
public record Sensitivity(double falseAlarmsPerDay) {
    /** One false alarm in ten days and sensor: three a day on a plant of thirty sensors. */
    public static final Sensitivity NORMAL = new Sensitivity(0.1);

    /** @throws IllegalArgumentException when the rate is not more than 0 and finite */
    public Sensitivity {
        if (!(falseAlarmsPerDay > 0 && falseAlarmsPerDay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("false alarms per day must be more than 0: " + falseAlarmsPerDay);
        }
    }

    /** Whether the score is rare enough to speak. */
    public boolean speaksOn(Score score) {
        return !score.warmingUp() && score.falseAlarmsPerDay() <= falseAlarmsPerDay;
    }
}
