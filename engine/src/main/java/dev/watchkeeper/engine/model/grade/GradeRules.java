package dev.watchkeeper.engine.model.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What lowers a grade, and how far. */
final class GradeRules {
    /** Less than this is flagged as little. */
    static final Duration ENOUGH_HISTORY = Duration.ofDays(14);

    private static final Duration LITTLE_HISTORY = Duration.ofDays(1);
    private static final long ENOUGH_READINGS = 2_000;
    /** Detectors keep silent for the first 150 readings. */
    private static final long FEWEST_READINGS = 200;

    private static final double MOSTLY = 0.5;
    private static final int FINE_LEVELS = 10;
    private static final int FEW_LEVELS = 4;
    /** From this ratio of noise to spread on there is little but noise. */
    private static final double NOTHING_BUT_NOISE = 0.9;

    private final List<GradeReason> reasons = new ArrayList<>();

    private GradeRules() {}

    /** Worst first. */
    static List<GradeReason> reasons(SensorFacts facts, Arrivals arrivals) {
        GradeRules rules = new GradeRules();
        rules.judgeAmount(facts);
        if (facts.readings() > 1) {
            rules.judgeTimes(facts);
            rules.judgeValues(facts);
        }
        rules.judgeArrivals(facts, arrivals);
        rules.reasons.sort(Comparator.comparing(GradeReason::grade).reversed());
        return rules.reasons;
    }

    private void judgeAmount(SensorFacts facts) {
        if (facts.readings() < ENOUGH_READINGS) {
            Grade grade = facts.readings() < FEWEST_READINGS ? Grade.D : Grade.B;
            add(
                    GradeReason.Kind.FEW_READINGS,
                    grade,
                    facts.readings() == 0 ? "It has no readings." : "It has only " + facts.readings() + " readings.");
        }
        if (facts.readings() > 0 && facts.history().compareTo(ENOUGH_HISTORY) < 0) {
            Grade grade = facts.history().compareTo(LITTLE_HISTORY) < 0 ? Grade.C : Grade.B;
            add(
                    GradeReason.Kind.LITTLE_HISTORY,
                    grade,
                    "Its history of " + text(facts.history()) + " is little; 14 days or more show what is usual.");
        }
    }

    private void judgeTimes(SensorFacts facts) {
        share(
                GradeReason.Kind.GAPS,
                facts.missingShare(),
                0.01,
                0.05,
                0.2,
                percent(facts.missingShare()) + " of its history is missing; the longest gap lasts "
                        + text(facts.longestGap()) + ".");
        if (facts.regularShare() < MOSTLY) {
            add(
                    GradeReason.Kind.IRREGULAR,
                    Grade.B,
                    "Its readings come irregularly, usually " + text(facts.usualInterval()) + " apart.");
        }
    }

    private void judgeValues(SensorFacts facts) {
        if (facts.longestStuckReadings() == facts.readings()) {
            add(GradeReason.Kind.CONSTANT, Grade.D, "Its value never changed.");
            return;
        }
        share(
                GradeReason.Kind.STUCK,
                facts.stuckShare(),
                0.005,
                0.05,
                0.3,
                "Its value stands still unusually long in "
                        + percent(facts.stuckShare()) + " of its readings, for up to " + facts.longestStuckReadings()
                        + " of them.");
        if (facts.levels() < FINE_LEVELS) {
            add(
                    GradeReason.Kind.COARSE,
                    facts.levels() < FEW_LEVELS ? Grade.C : Grade.B,
                    "It is coarse: there "
                            + (facts.levels() == 1 ? "is 1 value" : "are " + facts.levels() + " values")
                            + " in its usual range.");
        }
        if (facts.levels() >= FINE_LEVELS && facts.noise() > NOTHING_BUT_NOISE * facts.spread()) {
            add(GradeReason.Kind.NOISY, Grade.B, "It shows little but noise from reading to reading.");
        }
        share(
                GradeReason.Kind.OUTLIERS,
                facts.outlierShare(),
                0.001,
                0.01,
                0.05,
                percent(facts.outlierShare()) + " of its readings leap away from their neighbours.");
    }

    private void judgeArrivals(SensorFacts facts, Arrivals arrivals) {
        share(
                GradeReason.Kind.BAD_QUALITY,
                facts.badShare(),
                0.01,
                0.05,
                0.2,
                "Its source calls " + percent(facts.badShare()) + " of its readings bad.");
        share(
                GradeReason.Kind.LATE,
                arrivals.lateShare(),
                0.01,
                0.05,
                0.2,
                percent(arrivals.lateShare()) + " of its readings came too late to be judged.");
        share(
                GradeReason.Kind.DUPLICATES,
                arrivals.duplicateShare(),
                0.01,
                0.1,
                0.5,
                percent(arrivals.duplicateShare()) + " of its readings came more than once.");
    }

    private void share(GradeReason.Kind kind, double share, double aboveB, double aboveC, double aboveD, String why) {
        if (share > aboveB) {
            add(kind, share > aboveD ? Grade.D : share > aboveC ? Grade.C : Grade.B, why);
        }
    }

    private void add(GradeReason.Kind kind, Grade grade, String sentence) {
        reasons.add(new GradeReason(kind, grade, sentence));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** In the two largest units that are not 0. */
    static String text(Duration duration) {
        if (duration.toDays() > 0) {
            return two(duration.toDays(), "d", duration.toHoursPart(), "h");
        }
        if (duration.toHours() > 0) {
            return two(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        if (duration.toMinutes() > 0) {
            return two(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        return two(duration.toSeconds(), "s", duration.toMillisPart(), "ms");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        if (small == 0) {
            return large + " " + largeUnit;
        }
        return large == 0 ? small + " " + smallUnit : large + " " + largeUnit + " " + small + " " + smallUnit;
    }
}
