package dev.watchkeeper.engine.model.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When a model is trained by itself.
 *
 * @param onDrift when the asset drifts; where switched off, training is then proposed to the operator
 * @param onScore when F1 over the labelled alarms since the newest version, of 30 days at most, is below its limit
 * @param f1Limit in (0, 1]
 * @param fewestLabels so many judged alarms and missed spans there must be before F1 counts; at least 1
 * @param onSchedule when the newest version is older than {@code every}, or there is none
 * @param every at least an hour
 * @param pause at the least between the starts of two trainings that nobody asked for; at least a minute
 */
public record RetrainPolicy(
        boolean onDrift,
        boolean onScore,
        double f1Limit,
        int fewestLabels,
        boolean onSchedule,
        Duration every,
        Duration pause) {
    private static final Duration SHORTEST_SCHEDULE = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

    /** Nothing by itself. */
    public static final RetrainPolicy BY_HAND =
            new RetrainPolicy(false, false, 0.7, 20, false, Duration.ofDays(30), Duration.ofHours(6));

    /** @throws IllegalArgumentException when a value is out of its range */
    public RetrainPolicy {
        if (!(f1Limit > 0 && f1Limit <= 1) || fewestLabels < 1) {
            throw new IllegalArgumentException(
                    "limit of F1 " + f1Limit + " or fewest labels " + fewestLabels + " is out of range");
        }
        if (every.compareTo(SHORTEST_SCHEDULE) < 0 || pause.compareTo(SHORTEST_PAUSE) < 0) {
            throw new IllegalArgumentException(
                    "training every " + every + " with a pause of " + pause + " is more often than allowed");
        }
    }

    public RetrainPolicy withOnDrift(boolean on) {
        return new RetrainPolicy(on, onScore, f1Limit, fewestLabels, onSchedule, every, pause);
    }

    public RetrainPolicy withOnScore(boolean on, double limit, int labels) {
        return new RetrainPolicy(onDrift, on, limit, labels, onSchedule, every, pause);
    }

    public RetrainPolicy withOnSchedule(boolean on, Duration period) {
        return new RetrainPolicy(onDrift, onScore, f1Limit, fewestLabels, on, period, pause);
    }

    public RetrainPolicy withPause(Duration least) {
        return new RetrainPolicy(onDrift, onScore, f1Limit, fewestLabels, onSchedule, every, least);
    }

    /** What holds, in words. */
    String words() {
        List<String> reasons = new ArrayList<>();
        if (onDrift) {
            reasons.add("on drift");
        }
        if (onScore) {
            reasons.add("on F1 below " + f1Limit + " over at least " + fewestLabels + " answers");
        }
        if (onSchedule) {
            reasons.add("every " + every);
        }
        return reasons.isEmpty()
                ? "train by hand"
                : "train " + String.join(", ", reasons) + ", with a pause of " + pause;
    }
}
