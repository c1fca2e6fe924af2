package dev.watchkeeper.engine.detect;

/**
 * From when on a score is worth a detection.
 *
 * <p>In the first day that a sensor is watched, the false alarms of that day may be used up early: the limit is higher by
 * the root of a day over the time watched, at most sixteen-fold. Without that a fast sensor would have to be watched for days
 * before anything could be rare enough to speak of; with it the first day has about twice the false alarms of a later one.
 *
 * @param falseAlarmsPerDay how many samples of normal operation a day may score as high, per sensor; smaller is stricter
 */
public record Sensitivity(double falseAlarmsPerDay) {
    /** Five false alarms a week and sensor. */
    public static final Sensitivity NORMAL = new Sensitivity(0.7);

    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final double MOST_ALLOWANCE = 16;

    /** @throws IllegalArgumentException when the rate is not more than 0 and finite */
    public Sensitivity {
        if (!(falseAlarmsPerDay > 0 && falseAlarmsPerDay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("false alarms per day must be more than 0: " + falseAlarmsPerDay);
        }
    }

    /**
     * How many false alarms a day are allowed at a moment.
     *
     * @param watchedMillis how long the sensor has been watched
     */
    public double allowedPerDay(long watchedMillis) {
        double days = watchedMillis / MILLIS_PER_DAY;
        double allowance = days >= 1 ? 1 : Math.min(MOST_ALLOWANCE, 1 / Math.sqrt(Math.max(days, Double.MIN_NORMAL)));
        return falseAlarmsPerDay * allowance;
    }

    /**
     * Whether the score is rare enough to speak.
     *
     * @param watchedMillis how long the sensor has been watched
     */
    public boolean speaksOn(Score score, long watchedMillis) {
        return !score.warmingUp() && score.falseAlarmsPerDay() <= allowedPerDay(watchedMillis);
    }
}
