package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.asset.AssetDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * Measures a detector of several sensors on the Skoltech Anomaly Benchmark (Katser and Kozitsin, 2020), by its protocol for
 * outlier detection: each of the 34 files starts a new detector, rows 0 to 399 are there to learn from, every row from 400
 * on is an alarm or none, and the rows of all files are counted together. One configuration for all files.
 *
 * <p>There is an alarm on a row whose score is at least {@link AssetDetector#ABNORMAL}, and for {@value #OFF_DELAY_ROWS} rows
 * after it, as an alarm's off-delay would have it (ANSI/ISA-18.2). The detector sees each row's time and values, nothing else.
 *
 * <p>Thread-safe: evaluations share nothing.
 */
public final class SkabEvaluation {
    /** Rows at the beginning of each file that are not judged. */
    public static final int TRAINING_ROWS = 400;

    /** Rows that an alarm outlasts the last abnormal score. */
    static final int OFF_DELAY_ROWS = 20;

    private final IntFunction<Detector> detectors;

    /** Told after each file. */
    @FunctionalInterface
    public interface Progress {
        /** As many files are done: a share in [0, 1]. */
        void done(double share);
    }

    /** With the detector that the product uses. */
    public SkabEvaluation() {
        this(sensors -> new AssetDetector(sensors, TRAINING_ROWS));
    }

    /** @param detectors makes a detector for a number of sensors; to be trained with row {@value #TRAINING_ROWS} - 1 */
    public SkabEvaluation(IntFunction<Detector> detectors) {
        this.detectors = detectors;
    }

    /**
     * Judges every file.
     *
     * @param corpus directory with {@code valve1}, {@code valve2} and {@code other}
     * @param cancelled asked before each file
     * @throws IOException when the corpus cannot be read; the message names the file
     * @throws CancellationException when it was cancelled
     */
    public SkabRun run(Path corpus, Progress progress, BooleanSupplier cancelled) throws IOException {
        List<SkabRecording> recordings = SkabCorpus.read(corpus);
        List<List<Judged>> judged = new ArrayList<>();
        for (int i = 0; i < recordings.size(); i++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException(
                        "evaluation was cancelled after " + i + " of " + recordings.size() + " files");
            }
            judged.add(judge(recordings.get(i)));
            progress.done((i + 1.0) / recordings.size());
        }
        return new SkabRun(recordings, judged);
    }

    /** A row's score, and whether there was an alarm on it. */
    record Judged(double score, boolean alarm) {}

    List<Judged> judge(SkabRecording recording) {
        Detector detector = detectors.apply(recording.sensors());
        List<Judged> judged = new ArrayList<>();
        int quiet = OFF_DELAY_ROWS + 1;
        for (SkabRecording.Row row : recording.rows()) {
            double score = detector.score(row.timeMillis(), row.sample()).value();
            quiet = score >= AssetDetector.ABNORMAL ? 0 : quiet + 1;
            judged.add(new Judged(score, quiet <= OFF_DELAY_ROWS));
        }
        return judged;
    }
}
