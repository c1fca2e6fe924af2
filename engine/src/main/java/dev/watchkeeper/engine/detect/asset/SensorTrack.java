package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One sensor of an asset: trained once, then smoothed and judged against its {@link Baseline}.
 *
 * <p>Holds 200 bytes, and until it is trained 8 bytes for each sample of the training span. Not thread-safe.
 */
final class SensorTrack {
    /** In training, values further than so many usual ranges outside the usual range are taken to be this far. */
    private static final double TAMED_RANGES = 10;

    private static final double RARE = 0.05;

    private final Smoothing smoothing = new Smoothing();
    private final int trainingSamples;
    /** Relative values, NaN where nothing was measured; null before the first and once trained. */
    private double @Nullable [] span;

    private int collected;
    private @Nullable Baseline baseline;

    SensorTrack(int trainingSamples) {
        this.trainingSamples = trainingSamples;
    }

    boolean isTrained() {
        return baseline != null;
    }

    /** Takes a sample into the training span, NaN or infinite where nothing usable was measured. */
    void collect(double value) {
        if (isTrained()) {
            throw new IllegalStateException("the sensor is trained");
        }
        if (span == null) {
            span = new double[trainingSamples];
        }
        span[collected] = Double.isFinite(value) ? smoothing.relative(value) : Double.NaN;
        collected++;
    }

    /**
     * Learns the baseline when half of the span was measured; else keeps what was and goes on collecting.
     *
     * @return how far the sensor was from its median throughout the span, in scales, 0 where it was not measured; empty
     *     when there is too little to learn from
     */
    double[] train() {
        if (span == null || collected < span.length) {
            throw new IllegalStateException("the training span is not full");
        }
        double[] full = span;
        double[] measured =
                Arrays.stream(full).filter(value -> !Double.isNaN(value)).toArray();
        if (measured.length < full.length / 2) {
            System.arraycopy(measured, 0, full, 0, measured.length);
            collected = measured.length;
            return new double[0];
        }
        smooth(full);
        double[] smoothed =
                Arrays.stream(full).filter(value -> !Double.isNaN(value)).toArray();
        Baseline learned = Baseline.learn(smoothed, smoothing.noiseVariance(), smoothing.roundingVariance());
        baseline = learned;
        span = null;
        double middle = Baseline.median(smoothed, 0, smoothed.length);
        double scale = learned.scale();
        return Arrays.stream(full)
                .map(value -> Double.isNaN(value) ? 0 : (value - middle) / scale)
                .toArray();
    }

    private void smooth(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double low = sorted[(int) (RARE * (sorted.length - 1))];
        double high = sorted[(int) ((1 - RARE) * (sorted.length - 1))];
        double room = high > low ? TAMED_RANGES * (high - low) : Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                values[i] = smoothing.add(Math.max(low - room, Math.min(high + room, values[i])));
            }
        }
    }

    /**
     * Judges a sample, and learns from it.
     *
     * @return how many scales the sensor is above or below its baseline; NaN where nothing usable was measured, or nothing
     *     can be said yet
     */
    double judge(double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        Baseline known = baseline;
        if (known != null) {
            return known.judge(smoothing.add(known.tamed(smoothing.relative(value))));
        }
        collect(value);
        if (span != null && collected == span.length) {
            train();
        }
        return Double.NaN;
    }

    /** The next value is the first of another recording of the same sensor. */
    void restart() {
        smoothing.restart();
    }

    void write(StateWriter out) {
        smoothing.write(out);
        Baseline known = baseline;
        out.putBoolean(known != null);
        if (known != null) {
            known.write(out);
        } else {
            out.putInt(collected);
            out.putDoubles(span == null ? new double[trainingSamples] : span);
        }
    }

    void read(StateReader in) {
        smoothing.read(in);
        if (in.getBoolean()) {
            baseline = Baseline.read(in);
            span = null;
        } else {
            collected = in.getInt();
            span = new double[trainingSamples];
            in.getDoubles(span);
        }
    }
}
