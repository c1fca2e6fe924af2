package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well the alarms of a span of time fared by what people said of them, on labelled rows only. Of each label the newest
 * answer counts, whenever it was given.
 *
 * <ul>
 *   <li><b>True positive</b>: an alarm whose label is {@link LabelKind#TRUE_ANOMALY}.
 *   <li><b>False positive</b>: an alarm whose label is {@link LabelKind#NOT_AN_ANOMALY}.
 *   <li><b>Missed</b> (false negative): a span labelled by hand as {@link LabelKind#TRUE_ANOMALY} that no alarm of the same
 *       asset overlaps, whatever that alarm's label. Missed spans of one asset that overlap each other count as one. An
 *       alarm reaches from the start of its window, or its opening if that is earlier, to its end; one that has not ended
 *       reaches on without end.
 *   <li>Alarms labelled {@link LabelKind#MAINTENANCE} or {@link LabelKind#UNKNOWN} are in none of these, but are labelled.
 *   <li>Alarms without a label are counted in {@code alarms} alone, and so show in {@link #coverage} only.
 *   <li>A span labelled by hand never makes a true or a false positive.
 * </ul>
 *
 * <p>An alarm belongs to the span in which it opened, a missed span to the one in which it starts (event time): a late
 * answer changes the score of the time that it is about.
 *
 * @param span event time
 * @param alarms how many opened in the span
 * @param labelled how many of them have a label of any kind
 * @param missed labelled spans without an alarm
 * @param delays for each labelled alarm the clock time from its being raised to the answer that counts, at least zero,
 *     the shortest first
 */
public record RealisedScore(
        TimeSpan span,
        int alarms,
        int labelled,
        int truePositives,
        int falsePositives,
        int missed,
        List<Duration> delays) {
    public RealisedScore {
        delays = delays.stream().sorted().toList();
    }

    /** Rows on which precision, recall and F1 rest: TP + FP + missed. */
    public int judged() {
        return truePositives + falsePositives + missed;
    }

    /** TP / (TP + FP); empty where no alarm was judged. */
    public OptionalDouble precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** TP / (TP + missed); empty where nobody said that anything was wrong. */
    public OptionalDouble recall() {
        return ratio(truePositives, truePositives + missed);
    }

    /** 2 TP / (2 TP + FP + missed); empty where nothing was judged. */
    public OptionalDouble f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + missed);
    }

    /** The share of alarms that have a label of any kind; empty where there was no alarm. */
    public OptionalDouble coverage() {
        return ratio(labelled, alarms);
    }

    /** Half of the labels came within this time (nearest rank); empty where there is none. */
    public Optional<Duration> medianDelay() {
        return delay(0.5);
    }

    /** Nine in ten labels came within this time (nearest rank); empty where there is none. */
    public Optional<Duration> delay90() {
        return delay(0.9);
    }

    private Optional<Duration> delay(double share) {
        if (delays.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(delays.get((int) Math.ceil(share * delays.size()) - 1));
    }

    private static OptionalDouble ratio(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
