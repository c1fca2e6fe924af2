package dev.watchkeeper.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scoring function of the Numenta Anomaly Benchmark: Lavin and Ahmad, <i>Evaluating Real-time Anomaly Detection
 * Algorithms</i>, ICMLA 2015.
 *
 * <p>Every row that scores at or above the threshold is an alarm. A window earns what its best placed alarm is worth: a
 * sigmoid of the place, 1 at the first row and close to 0 at the last; without an alarm it costs the weight of a false
 * negative. Every alarm outside costs the weight of a false positive, less of it shortly after a window. The sum is scaled
 * so that 0 is what silence gets and 100 is every window found at its first row without a false alarm. Without any window
 * there is nothing to find, and the score is 0.
 */
final class NabScorer {
    private static final double STEEPNESS = 5;
    /** From so many window lengths after a window on a false alarm costs all. */
    private static final double FAR = 3;

    private static final int NO_WINDOW = -1;

    /** Rows of all files that count, from the highest score to the lowest. */
    private final Row[] rows;
    /** Windows that hold a row that counts; they can be missed. */
    private final int missable;
    /** All labelled windows. */
    private final int windows;

    /** A threshold, and the scaled score that it gets. */
    record Result(double threshold, double score) {}

    private record Row(double score, double worth, int window) {}

    /** @param scores for every recording one score per row */
    NabScorer(List<NabRecording> recordings, List<ScoredRows> scores) {
        List<Row> all = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < recordings.size(); i++) {
            collect(recordings.get(i), scores.get(i), count, all);
            count += recordings.get(i).windows().size();
        }
        all.sort((a, b) -> Double.compare(b.score, a.score));
        rows = all.toArray(Row[]::new);
        windows = count;
        missable = (int) all.stream()
                .mapToInt(Row::window)
                .filter(window -> window != NO_WINDOW)
                .distinct()
                .count();
    }

    private static void collect(NabRecording recording, ScoredRows scores, int firstWindow, List<Row> into) {
        if (scores.rows() != recording.rows()) {
            throw new IllegalArgumentException(
                    recording.name() + " has " + recording.rows() + " rows, but " + scores.rows() + " scores");
        }
        int next = 0;
        for (int row = 0; row < scores.rows(); row++) {
            List<NabRecording.Window> labelled = recording.windows();
            while (next < labelled.size() && row > labelled.get(next).last()) {
                next++;
            }
            boolean inside = next < labelled.size() && row >= labelled.get(next).first();
            if (row >= recording.probation()) {
                double worth = inside ? inside(labelled.get(next), row) : outside(labelled, next - 1, row);
                into.add(new Row(scores.value(row), worth, inside ? firstWindow + next : NO_WINDOW));
            }
        }
    }

    private static double inside(NabRecording.Window window, int row) {
        double place = -(window.last() - row + 1) / (double) window.rows();
        return sigmoid(place) / sigmoid(-1);
    }

    private static double outside(List<NabRecording.Window> labelled, int before, int row) {
        if (before < 0) {
            return -1;
        }
        NabRecording.Window window = labelled.get(before);
        double past = (row - window.last()) / (double) (window.rows() - 1);
        return past > FAR ? -1 : sigmoid(past);
    }

    /** From nearly 1 at the left edge of a window over 0 at its right edge to nearly -1 a window's length after it. */
    private static double sigmoid(double place) {
        return 2 / (1 + Math.exp(STEEPNESS * place)) - 1;
    }

    /** The best threshold for these scores, and what it gets. */
    Result best(NabProfile profile) {
        Sweep sweep = new Sweep(profile);
        double best = sweep.sum;
        double threshold = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            sweep.alarm(rows[i]);
            boolean last = i + 1 == rows.length || rows[i + 1].score != rows[i].score;
            if (last && sweep.sum > best) {
                best = sweep.sum;
                threshold = rows[i].score;
            }
        }
        return new Result(threshold, scaled(best, profile));
    }

    /** What a given threshold gets. */
    Result at(double threshold, NabProfile profile) {
        Sweep sweep = new Sweep(profile);
        IntStream.range(0, rows.length)
                .takeWhile(i -> rows[i].score >= threshold)
                .forEach(i -> sweep.alarm(rows[i]));
        return new Result(threshold, scaled(sweep.sum, profile));
    }

    private double scaled(double sum, NabProfile profile) {
        double silence = -missable * profile.falseNegative();
        return windows == 0 ? 0 : 100 * (sum - silence) / (windows - silence);
    }

    /** The sum of what all alarms are worth as the threshold falls. */
    private final class Sweep {
        private final NabProfile profile;
        private final double[] found = new double[windows];
        double sum;

        Sweep(NabProfile profile) {
            this.profile = profile;
            Arrays.fill(found, -profile.falseNegative());
            sum = -missable * profile.falseNegative();
        }

        void alarm(Row row) {
            if (row.window == NO_WINDOW) {
                sum += row.worth * profile.falsePositive();
            } else if (row.worth > found[row.window]) {
                sum += row.worth - found[row.window];
                found[row.window] = row.worth;
            }
        }
    }
}
