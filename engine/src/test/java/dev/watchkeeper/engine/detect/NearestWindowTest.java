package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWindowTest {
    private static final long SECOND = 1_000;

    @ParameterizedTest
    @CsvSource({"1, 1, 5000", "3, 1, 9000", "2, 5, 6000", "6, 16, 16000"})
    void theDistanceIsThatOfAnExhaustiveSearch(int blockSamples, int blocks, int samples) {
        double[] values = walk(samples);
        NearestWindow window = new NearestWindow(blockSamples, blocks);
        int compared = 0;

        for (int i = 0; i < samples; i++) {
            float distance = window.add(values[i], i * SECOND);
            if (i % 97 == 0 && !Float.isNaN(distance)) {
                double expected = exhaustive(values, (i + 1) / blockSamples, blockSamples, blocks);
                assertThat((double) distance).isCloseTo(expected, within(1e-4));
                assertThat(window.start()).isEqualTo((long) ((i + 1) / blockSamples - blocks) * blockSamples * SECOND);
                int found = Math.toIntExact(window.foundStart() / SECOND / blockSamples);
                assertThat(window.foundEnd()).isEqualTo((found + blocks) * (long) blockSamples * SECOND);
                assertThat(apart(values, found, (i + 1) / blockSamples - blocks, blockSamples, blocks))
                        .isCloseTo(expected, within(1e-4));
                compared++;
            }
        }

        assertThat(compared).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"100", "12345"})
    void aRestoredSearchFindsTheSame(int cut) {
        double[] values = walk(14_000);
        NearestWindow original = new NearestWindow(3, 4);
        for (int i = 0; i < cut; i++) {
            original.add(values[i], i * SECOND);
        }
        StateWriter out = new StateWriter("TEST", 1);
        original.write(out);

        NearestWindow copy = new NearestWindow(3, 4);
        copy.read(new StateReader(out.toBytes(), "TEST", 1), true);

        for (int i = cut; i < values.length; i++) {
            assertThat(Float.floatToIntBits(copy.add(values[i], i * SECOND)))
                    .isEqualTo(Float.floatToIntBits(original.add(values[i], i * SECOND)));
            assertThat(copy.start()).isEqualTo(original.start());
            assertThat(copy.foundStart()).isEqualTo(original.foundStart());
            assertThat(copy.foundEnd()).isEqualTo(original.foundEnd());
        }
    }

    private static double exhaustive(double[] values, int blockCount, int blockSamples, int blocks) {
        int query = blockCount - blocks;
        int oldest = Math.max(0, query - blocks - NearestWindow.WINDOWS + 1);
        double best = Double.POSITIVE_INFINITY;
        for (int start = oldest; start <= query - blocks; start++) {
            best = Math.min(best, apart(values, start, query, blockSamples, blocks));
        }
        return best;
    }

    private static double apart(double[] values, int one, int other, int blockSamples, int blocks) {
        double sum = 0;
        for (int block = 0; block < blocks; block++) {
            double difference = mean(values, other + block, blockSamples) - mean(values, one + block, blockSamples);
            sum += difference * difference;
        }
        return Math.sqrt(sum / blocks);
    }

    private static double mean(double[] values, int block, int blockSamples) {
        double sum = 0;
        for (int i = block * blockSamples; i < (block + 1) * blockSamples; i++) {
            sum += values[i];
        }
        return sum / blockSamples;
    }

    private static double[] walk(int samples) {
        Random random = new Random(11);
        double[] values = new double[samples];
        for (int i = 1; i < samples; i++) {
            values[i] = 0.99 * values[i - 1] + random.nextGaussian();
        }
        return values;
    }
}
