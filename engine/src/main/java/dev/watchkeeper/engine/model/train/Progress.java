package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/** A stretch of the whole progress, from a share to a share. Every method throws once training is cancelled. */
public final class Progress {
    private final TrainingMonitor monitor;
    private final double from;
    private final double to;

    private Progress(TrainingMonitor monitor, double from, double to) {
        this.monitor = monitor;
        this.from = from;
        this.to = to;
    }

    static Progress whole(TrainingMonitor monitor) {
        return new Progress(monitor, 0, 1);
    }

    /** A stretch of this one, both ends in [0, 1]. */
    public Progress within(double start, double end) {
        return new Progress(monitor, from + start * (to - from), from + end * (to - from));
    }

    /** One of so many stretches of this one that are equally long, counted from 0. */
    public Progress step(int step, int steps) {
        return within((double) step / steps, (double) (step + 1) / steps);
    }

    /**
     * Tells how much of this stretch is done.
     *
     * @param done in [0, 1]
     * @throws CancellationException when training was cancelled
     */
    public void report(double done, String sentence) {
        if (monitor.cancelled()) {
            throw new CancellationException("training was cancelled");
        }
        monitor.progress(from + Math.max(0, Math.min(1, done)) * (to - from), sentence);
    }

    /** As {@link #report(double, String)}, with as much done as a time has passed of a span. */
    public void report(TimeSpan span, Instant time, String sentence) {
        double length = span.length().toMillis();
        report(length > 0 ? Duration.between(span.start(), time).toMillis() / length : 1, sentence);
    }
}
