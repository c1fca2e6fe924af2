package dev.watchkeeper.engine.model.grade;

import dev.watchkeeper.engine.model.scale.ThinnedSample;
import dev.watchkeeper.engine.signal.Quality;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;

/**
 * Grades a sensor in one pass over its readings in the order of time, in bounded memory (about 150 KB; readings older than
 * the one before count as duplicates and for nothing else). Not thread-safe.
 *
 * <p>Gaps are steps of more than one and a half times the usual one, or of more than ten times where steps are irregular. Noise is the
 * median distance of a reading from the middle of its neighbours, in standard deviations of white noise. An outlier leaps away
 * from both neighbours by ten times the noise and three times the spread.
 */
public final class SensorGrader {
    private static final int CAPACITY = 4_096;
    private static final double SIGMAS = 2.56;
    /** The median distance of white noise from the middle of its neighbours, in its standard deviations. */
    private static final double MEDIAN_DISTANCE = 0.6745 * Math.sqrt(1.5);

    private static final double REGULAR = 0.25;
    private static final double MOSTLY = 0.5;
    private static final double GAP_WHEN_REGULAR = 1.5;
    private static final double GAP_WHEN_IRREGULAR = 10;
    private static final double OUTLIER_NOISES = 10;
    private static final double OUTLIER_SPREADS = 3;
    /** Values closer than this share of the range are one level. */
    private static final double SAME_LEVEL = 1e-9;

    private final SensorId sensor;
    private final ThinnedSample values = new ThinnedSample(CAPACITY);
    private final ThinnedSample stepSample = new ThinnedSample(CAPACITY);
    private final ThinnedSample distances = new ThinnedSample(CAPACITY);
    private final LogHistogram steps = new LogHistogram();
    private final LogHistogram leaps = new LogHistogram();
    private final StuckRuns runs = new StuckRuns();
    private long readings;
    private long bad;
    private long duplicates;
    private long firstMillis;
    private long lastMillis;
    private long longestStep;
    private double before = Double.NaN;
    private double last = Double.NaN;

    public SensorGrader(SensorId sensor) {
        this.sensor = sensor;
    }

    /**
     * Takes in the next reading.
     *
     * @throws IllegalArgumentException when it is of another sensor
     */
    public void add(Reading reading) {
        if (!reading.sensor().equals(sensor)) {
            throw new IllegalArgumentException("reading of " + reading.sensor() + " where " + sensor + " is graded");
        }
        long time = reading.time().toEpochMilli();
        if (readings > 0 && time <= lastMillis) {
            duplicates++;
            return;
        }
        addTime(time);
        readings++;
        if (reading.quality() == Quality.BAD) {
            bad++;
        }
        addValue(reading.value());
    }

    private void addTime(long time) {
        if (readings == 0) {
            firstMillis = time;
        } else {
            long step = time - lastMillis;
            steps.add((double) step);
            stepSample.add((double) step);
            longestStep = Math.max(longestStep, step);
        }
        lastMillis = time;
    }

    private void addValue(double value) {
        values.add(value);
        runs.add(value);
        if (!Double.isNaN(before)) {
            double up = last - before;
            double down = last - value;
            distances.add(Math.abs(up + down) / 2);
            leaps.add(up * down > 0 ? Math.min(Math.abs(up), Math.abs(down)) : 0);
        }
        before = last;
        last = value;
    }

    /** The grade of all that was added. Nothing may be added afterwards. */
    public SensorGrade grade() {
        return grade(new Arrivals(readings + duplicates, 0, duplicates));
    }

    /** As {@link #grade()}, with what is known of how the readings arrived. */
    public SensorGrade grade(Arrivals arrivals) {
        SensorFacts facts = facts();
        return new SensorGrade(sensor, facts, GradeRules.reasons(facts, arrivals));
    }

    private SensorFacts facts() {
        if (readings == 0) {
            return SensorFacts.NONE;
        }
        runs.endRun();
        double[] sortedSteps = stepSample.sorted();
        double usual = sortedSteps.length == 0 ? 0 : ThinnedSample.quantile(sortedSteps, 0.5);
        double regular = regularShare(sortedSteps, usual);
        double gap = usual * (regular < MOSTLY ? GAP_WHEN_IRREGULAR : GAP_WHEN_REGULAR);
        double[] sorted = values.sorted();
        double low = ThinnedSample.quantile(sorted, 0.1);
        double high = ThinnedSample.quantile(sorted, 0.9);
        double spread = (high - low) / SIGMAS;
        double[] sortedDistances = distances.sorted();
        double noise = sortedDistances.length == 0 ? 0 : ThinnedSample.quantile(sortedDistances, 0.5) / MEDIAN_DISTANCE;
        return new SensorFacts(
                readings,
                Duration.ofMillis(lastMillis - firstMillis),
                Duration.ofMillis((long) usual),
                missingShare(gap, usual),
                Duration.ofMillis(longestStep > gap ? longestStep : 0),
                regular,
                runs.constant() ? 1 : runs.stuckShare(),
                runs.longest(),
                levels(sorted, low, high),
                noise,
                spread,
                outlierShare(noise, spread),
                (double) bad / readings);
    }

    private static double regularShare(double[] sortedSteps, double usual) {
        long regular = 0;
        for (double step : sortedSteps) {
            if (Math.abs(step - usual) <= REGULAR * usual) {
                regular++;
            }
        }
        return sortedSteps.length == 0 ? 1 : (double) regular / sortedSteps.length;
    }

    private double missingShare(double gap, double usual) {
        double missing = steps.sumAbove(gap) - steps.countAbove(gap) * usual;
        return lastMillis == firstMillis ? 0 : Math.max(0, Math.min(1, missing / (lastMillis - firstMillis)));
    }

    private double outlierShare(double noise, double spread) {
        double bound = Math.max(OUTLIER_NOISES * noise, OUTLIER_SPREADS * spread);
        return bound > 0 ? (double) leaps.countAbove(bound) / readings : 0;
    }

    private static int levels(double[] sorted, double low, double high) {
        double same = SAME_LEVEL * (sorted[sorted.length - 1] - sorted[0]);
        int levels = 1;
        double level = low;
        for (double value : sorted) {
            if (value > level + same && value <= high) {
                levels++;
                level = value;
            }
        }
        return levels;
    }
}
