package dev.watchkeeper.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistanceTest {
    private final Random random = new Random(3);

    @Test
    void kolmogorovAndSmirnovsDistanceIsTheLargestStepBetweenTwoSamples() {
        double[] one = {1, 2, 3, 4};
        double[] other = {3, 4, 5, 6};

        assertThat(KolmogorovSmirnov.distance(one, other)).isEqualTo(0.5);
        assertThat(KolmogorovSmirnov.distance(one, one)).isZero();
        assertThat(KolmogorovSmirnov.distance(one, new double[] {9})).isEqualTo(1);
    }

    @Test
    void itsPValueIsThatOfTheTables() {
        double large = 1e8;

        assertThat(KolmogorovSmirnov.pValue(1.3581 / Math.sqrt(large), large)).isCloseTo(0.05, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(1.6276 / Math.sqrt(large), large)).isCloseTo(0.01, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(0, 50)).isEqualTo(1);
    }

    @Test
    void theDistanceOfAPValueHasThatPValue() {
        double distance = KolmogorovSmirnov.distanceOf(1e-5, 42);

        assertThat(KolmogorovSmirnov.pValue(distance, 42)).isCloseTo(1e-5, within(1e-8));
    }

    @Test
    void wassersteinsDistanceOfAShiftIsTheShift() {
        double[] sorted = normal(500);
        double[] shifted = Arrays.stream(sorted).map(value -> value + 2.5).toArray();

        assertThat(Wasserstein.distance(sorted, shifted)).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void wassersteinsDistanceHeedsNoSmallShareOfOutliers() {
        double[] sorted = normal(500);
        double[] spiked = sorted.clone();
        Arrays.fill(spiked, 450, 500, 1_000);

        assertThat(Wasserstein.distance(sorted, spiked)).isZero();
    }

    @Test
    void theStabilityIndexIsThatOfAHandComputedCase() {
        double[] reference = IntStream.range(0, 1_000).mapToDouble(i -> i).toArray();
        double[] upperHalf = Arrays.copyOfRange(reference, 500, 1_000);
        double full = 100.5 / 505;
        double empty = 0.5 / 505;
        double byHand = 5 * (full - 0.1) * Math.log(full / 0.1) + 5 * (empty - 0.1) * Math.log(empty / 0.1);
        double chance = 9 * (1 / 1_000.0 + 1 / 500.0);

        DriftStatistic index = new Stability(reference, 1_000).of(upperHalf, 500);

        assertThat(index.value()).isCloseTo(byHand - chance, within(1e-3));
        assertThat(index.limit()).isEqualTo(Stability.ACT);
    }

    @Test
    void theStabilityIndexOfSmallSamplesIsZeroOnAverageWithoutDrift() {
        Stability stability = new Stability(normal(500), 500);
        double sum = 0;
        int over = 0;
        for (int i = 0; i < 2_000; i++) {
            double[] current = normal(64);
            DriftStatistic index = stability.of(current, 64);
            sum += index.value();
            over += index.ratio() >= 1 ? 1 : 0;
        }

        assertThat(sum / 2_000).isLessThan(0.06);
        assertThat(over).isLessThanOrEqualTo(1);
    }

    @Test
    void dependenceIsThatOfAnAutoregressiveSeries() {
        double[] independent = random.doubles(20_000).toArray();
        double[] carried = new double[200_000];
        for (int i = 1; i < carried.length; i++) {
            carried[i] = 0.8 * carried[i - 1] + random.nextGaussian();
        }

        assertThat(Dependence.of(independent)).isLessThan(1.2);
        assertThat(Dependence.of(carried)).isCloseTo(9, within(2.0));
    }

    private double[] normal(int size) {
        return random.doubles(size).map(u -> random.nextGaussian()).sorted().toArray();
    }
}
