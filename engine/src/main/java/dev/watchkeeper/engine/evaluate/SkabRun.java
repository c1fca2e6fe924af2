package dev.watchkeeper.engine.evaluate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a detector made of the rows of the corpus. */
public final class SkabRun {
    private final List<SkabRecording> recordings;
    private final List<List<SkabEvaluation.Judged>> judged;

    SkabRun(List<SkabRecording> recordings, List<List<SkabEvaluation.Judged>> judged) {
        this.recordings = List.copyOf(recordings);
        this.judged = List.copyOf(judged);
    }

    /**
     * What the majority of several runs over the same corpus says of each row; its score is their middle one.
     *
     * @throws IllegalArgumentException when there is no run
     */
    public static SkabRun majority(List<SkabRun> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("there is nobody to vote");
        }
        List<SkabRecording> recordings = runs.get(0).recordings;
        List<List<SkabEvaluation.Judged>> voted = new ArrayList<>();
        for (int i = 0; i < recordings.size(); i++) {
            List<SkabEvaluation.Judged> rows = new ArrayList<>();
            for (int row = 0; row < recordings.get(i).rows().size(); row++) {
                rows.add(vote(runs, i, row));
            }
            voted.add(rows);
        }
        return new SkabRun(recordings, voted);
    }

    private static SkabEvaluation.Judged vote(List<SkabRun> runs, int recording, int row) {
        List<SkabEvaluation.Judged> votes =
                runs.stream().map(run -> run.judged(recording).get(row)).toList();
        double[] scores = votes.stream()
                .mapToDouble(SkabEvaluation.Judged::score)
                .sorted()
                .toArray();
        long alarms = votes.stream().filter(SkabEvaluation.Judged::alarm).count();
        return new SkabEvaluation.Judged(scores[scores.length / 2], 2 * alarms > votes.size());
    }

    /** The rows of all test parts together. */
    public RowCounts result() {
        RowCounts all = RowCounts.NONE;
        for (int i = 0; i < recordings.size(); i++) {
            all = all.plus(result(i));
        }
        return all;
    }

    RowCounts result(int recording) {
        RowCounts counts = RowCounts.NONE;
        List<SkabRecording.Row> rows = recordings.get(recording).rows();
        for (int row = SkabEvaluation.TRAINING_ROWS; row < rows.size(); row++) {
            counts = counts.plus(
                    rows.get(row).anomalous(), judged.get(recording).get(row).alarm());
        }
        return counts;
    }

    List<SkabRecording> recordings() {
        return recordings;
    }

    List<SkabEvaluation.Judged> judged(int recording) {
        return judged.get(recording);
    }

    /** One line for people and scripts: {@code f1=0.851 false_alarms=14.7 missed=16.5}, the latter two in per cent. */
    public String line() {
        RowCounts all = result();
        return String.format(
                Locale.ROOT,
                "f1=%.3f false_alarms=%.1f missed=%.1f",
                all.f1(),
                all.falseAlarmPercent(),
                all.missedPercent());
    }

    /**
     * Writes {@code <group>/<file>.csv} with the columns {@code datetime}, {@code score}, {@code prediction} (1 on an alarm)
     * and {@code anomaly} (the label); rows as in the corpus, the training rows too.
     *
     * @param directory where the groups go; made when it is missing
     * @throws IOException when a file cannot be written
     */
    public void writeTo(Path directory) throws IOException {
        for (int i = 0; i < recordings.size(); i++) {
            write(directory.resolve(recordings.get(i).group()), recordings.get(i), judged.get(i));
        }
    }

    private static void write(Path directory, SkabRecording recording, List<SkabEvaluation.Judged> judged)
            throws IOException {
        Files.createDirectories(directory);
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve(recording.name()))) {
            out.write("datetime,score,prediction,anomaly\n");
            for (int i = 0; i < judged.size(); i++) {
                SkabRecording.Row row = recording.rows().get(i);
                out.write(String.format(
                        Locale.ROOT,
                        "%s,%.6f,%d,%d\n",
                        row.timestamp(),
                        judged.get(i).score(),
                        judged.get(i).alarm() ? 1 : 0,
                        row.anomalous() ? 1 : 0));
            }
        }
    }
}
