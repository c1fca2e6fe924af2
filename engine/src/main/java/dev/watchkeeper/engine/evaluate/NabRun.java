package dev.watchkeeper.engine.evaluate;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scores that a detector gave the corpus. */
public final class NabRun {
    private static final double[] REQUESTED_PER_DAY = {0.05, 0.1, 0.2, 0.5, 1};

    private final List<NabRecording> recordings;
    private final List<ScoredRows> scores;

    NabRun(List<NabRecording> recordings, List<ScoredRows> scores) {
        this.recordings = List.copyOf(recordings);
        this.scores = List.copyOf(scores);
    }

    /** Scores the scores. */
    public NabResult result() {
        NabScorer all = new NabScorer(recordings, scores);
        NabScorer even = half(0);
        NabScorer odd = half(1);
        return new NabResult(
                all.best(NabProfile.STANDARD).score(),
                all.best(NabProfile.LOW_FALSE_POSITIVES).score(),
                all.best(NabProfile.LOW_FALSE_NEGATIVES).score(),
                (transferred(even, odd) + transferred(odd, even)) / 2);
    }

    private static double transferred(NabScorer learnedOn, NabScorer appliedTo) {
        double threshold = learnedOn.best(NabProfile.STANDARD).threshold();
        return appliedTo.at(threshold, NabProfile.STANDARD).score();
    }

    private NabScorer half(int first) {
        List<NabRecording> chosen = new ArrayList<>();
        List<ScoredRows> theirs = new ArrayList<>();
        for (int i = first; i < recordings.size(); i += 2) {
            chosen.add(recordings.get(i));
            theirs.add(scores.get(i));
        }
        return new NabScorer(chosen, theirs);
    }

    /** The best threshold for all files by the standard profile. */
    double threshold() {
        return new NabScorer(recordings, scores).best(NabProfile.STANDARD).threshold();
    }

    List<NabRecording> recordings() {
        return recordings;
    }

    ScoredRows scores(int recording) {
        return scores.get(recording);
    }

    /** The rates of false alarms that could have been asked for against what came in the rows outside all windows. */
    public Calibration calibration() {
        Calibration calibration = new Calibration(REQUESTED_PER_DAY);
        for (int i = 0; i < recordings.size(); i++) {
            NabRecording recording = recordings.get(i);
            double[] days = Calibration.days(recording.times());
            for (int row = recording.probation(); row < recording.rows(); row++) {
                if (scores.get(i).isJudged(row) && !recording.isAnomalous(row)) {
                    calibration.add(scores.get(i).falseAlarmsPerDay(row), days[row]);
                }
            }
        }
        return calibration;
    }

    /**
     * Writes the scores as the benchmark keeps them: {@code <group>/<detector>_<file>.csv} with the columns
     * {@code timestamp,value,anomaly_score,label}. Files that are there already are written anew.
     *
     * @param directory where the groups go; made when it is missing
     * @throws IOException when a file cannot be written
     */
    public void writeTo(Path directory, String detector) throws IOException {
        for (int i = 0; i < recordings.size(); i++) {
            write(directory, detector, recordings.get(i), scores.get(i));
        }
    }

    private static void write(Path directory, String detector, NabRecording recording, ScoredRows scores)
            throws IOException {
        Path place = Path.of(recording.name());
        Path parent = place.getParent();
        Path group = parent == null ? directory : directory.resolve(parent);
        Files.createDirectories(group);
        try (CsvWriter csv = CsvWriter.builder().build(group.resolve(detector + "_" + place.getFileName()))) {
            csv.writeRecord("timestamp", "value", "anomaly_score", "label");
            for (int row = 0; row < scores.rows(); row++) {
                csv.writeRecord(
                        recording.timestamp(row),
                        Double.toString(recording.value(row)),
                        Double.toString(scores.value(row)),
                        recording.isAnomalous(row) ? "1" : "0");
            }
        }
    }
}
