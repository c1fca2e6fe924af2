package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.detect.Detector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs a detector over the Numenta Anomaly Benchmark: a fresh detector for every file, one pass, one configuration.
 *
 * <p>{@link #run} may be called once; {@link #cancel} from any thread at any time.
 */
public final class NabEvaluation {
    private final Path corpus;
    private final Supplier<? extends Detector> detectors;
    private final Executor executor;
    private volatile boolean cancelled;

    /** Is told how far the evaluation is; called from the executor's threads, one call at a time or several at once. */
    @FunctionalInterface
    public interface Progress {
        void filesDone(int done, int all);
    }

    /**
     * Nothing is read yet.
     *
     * @param corpus directory that holds the groups of files and {@code labels/combined_windows.json}
     * @param detectors makes a detector of one sensor that has seen nothing
     * @param executor scores the files, as many at once as it has threads
     */
    public NabEvaluation(Path corpus, Supplier<? extends Detector> detectors, Executor executor) {
        this.corpus = corpus;
        this.detectors = detectors;
        this.executor = executor;
    }

    /** Ends a run soon, by a {@link CancellationException} to whoever called it. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * Scores every file and waits until all is done; not to be called on a thread of the executor.
     *
     * @throws IOException when the corpus cannot be read
     * @throws CancellationException when it was cancelled
     */
    public NabRun run(Progress progress) throws IOException {
        List<NabRecording> recordings = NabCorpus.read(corpus);
        AtomicInteger done = new AtomicInteger();
        List<CompletableFuture<ScoredRows>> running = new ArrayList<>();
        for (NabRecording recording : recordings) {
            running.add(CompletableFuture.supplyAsync(
                    () -> {
                        ScoredRows scores = score(recording);
                        progress.filesDone(done.incrementAndGet(), recordings.size());
                        return scores;
                    },
                    executor));
        }
        return new NabRun(recordings, running.stream().map(this::result).toList());
    }

    private ScoredRows result(CompletableFuture<ScoredRows> scored) {
        try {
            return scored.join();
        } catch (CompletionException e) {
            cancelled = true;
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private ScoredRows score(NabRecording recording) {
        Detector detector = detectors.get();
        ScoredRows scores = new ScoredRows(recording.rows());
        double[] sample = new double[1];
        for (int row = 0; row < recording.rows(); row++) {
            if (cancelled) {
                throw new CancellationException("evaluation was cancelled");
            }
            sample[0] = recording.value(row);
            scores.set(row, detector.score(recording.timeMillis(row), sample));
        }
        return scores;
    }
}
