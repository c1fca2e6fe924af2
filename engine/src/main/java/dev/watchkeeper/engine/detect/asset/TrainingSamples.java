package dev.watchkeeper.engine.detect.asset;

import java.util.List;
import java.util.stream.IntStream;

/** The training span, turned from one row per sensor to one per sample. */
final class TrainingSamples {
    private TrainingSamples() {}

    /**
     * One array per sample, with a deviation per sensor.
     *
     * @param deviations one array per sensor; empty for one that is not known, which counts as being at its baseline
     * @param from the first sample that is wanted
     */
    static List<double[]> of(List<double[]> deviations, int from) {
        int samples = deviations.stream().mapToInt(one -> one.length).max().orElse(0);
        return IntStream.range(Math.min(from, samples), samples)
                .mapToObj(i -> deviations.stream()
                        .mapToDouble(one -> one.length == 0 ? 0 : one[i])
                        .toArray())
                .toList();
    }
}
