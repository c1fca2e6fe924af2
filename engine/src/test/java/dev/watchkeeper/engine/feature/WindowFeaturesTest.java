package dev.watchkeeper.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowFeaturesTest {
    private static final FeatureSet BASIC = FeatureSet.BASIC_V1;
    private static final FeatureSet SPECTRAL = FeatureSet.SPECTRAL_V1;

    @Test
    void neverChangesTheMeaningOfVersionOne() {
        assertThat(BASIC.id()).isEqualTo("basic-v1");
        assertThat(BASIC.features())
                .containsExactly(
                        "count",
                        "mean",
                        "standard-deviation",
                        "minimum",
                        "maximum",
                        "range",
                        "slope-per-second",
                        "kurtosis",
                        "crest-factor",
                        "missing-share");
        assertThat(SPECTRAL.features())
                .startsWith(BASIC.features().toArray(String[]::new))
                .hasSize(14);
    }

    @Test
    void describesAShortWindowAsWorkedOutByHand() {
        double[] features = WindowFeatures.of(BASIC, everySecond(4), new double[] {1, 2, 3, 6});

        assertThat(features)
                .containsExactly(
                        new double[] {4, 3, Math.sqrt(3.5), 1, 6, 5, 1.6, 98 / 4.0 / (3.5 * 3.5), 3 / Math.sqrt(3.5), 0
                        },
                        within(1e-12));
    }

    @Test
    void leavesOutWhatIsNotANumberAndCountsItAsMissing() {
        double[] features =
                WindowFeatures.of(BASIC, everySecond(5), new double[] {1, Double.NaN, 3, Double.POSITIVE_INFINITY, 5});

        assertThat(feature(BASIC, features, "count")).isEqualTo(3);
        assertThat(feature(BASIC, features, "mean")).isEqualTo(3);
        assertThat(feature(BASIC, features, "slope-per-second")).isCloseTo(1, within(1e-12));
        assertThat(feature(BASIC, features, "missing-share")).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void countsAGapAsMissing() {
        long[] times = {0, 1_000, 2_000, 3_000, 9_000};

        double[] features = WindowFeatures.of(BASIC, times, new double[] {1, 2, 1, 2, 1});

        assertThat(feature(BASIC, features, "missing-share")).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void doesNotMakeUpWhatAConstantOrEmptyWindowDoesNotDefine() {
        double[] constant = WindowFeatures.of(BASIC, everySecond(9), repeat(9, i -> 0.1));
        double[] empty = WindowFeatures.of(BASIC, new long[0], new double[0]);
        double[] single = WindowFeatures.of(BASIC, new long[] {7}, new double[] {2});

        assertThat(feature(BASIC, constant, "standard-deviation")).isZero();
        assertThat(feature(BASIC, constant, "slope-per-second")).isZero();
        assertThat(feature(BASIC, constant, "kurtosis")).isNaN();
        assertThat(feature(BASIC, constant, "crest-factor")).isNaN();
        assertThat(empty[0]).isZero();
        assertThat(feature(BASIC, empty, "mean")).isNaN();
        assertThat(feature(BASIC, empty, "missing-share")).isEqualTo(1);
        assertThat(feature(BASIC, single, "mean")).isEqualTo(2);
        assertThat(feature(BASIC, single, "slope-per-second")).isNaN();
    }

    @Test
    void keepsItsPrecisionFarFromZero() {
        double[] features = WindowFeatures.of(BASIC, everySecond(1_000), repeat(1_000, i -> 1e9 + i % 2));

        assertThat(feature(BASIC, features, "standard-deviation")).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void findsTheKurtosisOfNormalNoise() {
        Random random = new Random(5);

        double[] features = WindowFeatures.of(BASIC, everySecond(50_000), repeat(50_000, i -> random.nextGaussian()));

        assertThat(feature(BASIC, features, "kurtosis")).isCloseTo(3, within(0.1));
    }

    @Test
    void scalesWithTheUnitOfTheSensor() {
        Random random = new Random(5);
        double[] values = repeat(64, i -> random.nextGaussian());

        double[] one = WindowFeatures.of(BASIC, everySecond(64), values);
        double[] other = WindowFeatures.of(BASIC, everySecond(64), repeat(64, i -> 1_000 * values[i] + 7));

        for (String same : List.of("count", "kurtosis", "crest-factor", "missing-share")) {
            assertThat(feature(BASIC, other, same)).isCloseTo(feature(BASIC, one, same), within(1e-9));
        }
        assertThat(feature(BASIC, other, "slope-per-second"))
                .isCloseTo(1_000 * feature(BASIC, one, "slope-per-second"), within(1e-9));
    }

    @Test
    void putsTheEnergyOfATonesOctaveInItsPlace() {
        double[] nyquistShares = {0.06, 0.19, 0.37, 0.75};

        for (int octave = 0; octave < nyquistShares.length; octave++) {
            double share = nyquistShares[octave];
            double[] tone = repeat(256, i -> 20 + 2 * Math.sin(Math.PI * share * i));

            double[] features = WindowFeatures.of(SPECTRAL, everyMillis(256, 20), tone);

            double[] energies = Arrays.copyOfRange(features, 10, 14);
            assertThat(energies[octave]).as("octave " + octave).isCloseTo(2, within(0.1));
            assertThat(Arrays.stream(energies).sum()).isCloseTo(2, within(0.1));
        }
    }

    @Test
    void takesNoSpectrumOfASlowOrShortOrBrokenWindow() {
        double[] slow = WindowFeatures.of(SPECTRAL, everySecond(256), repeat(256, i -> i % 2));
        double[] little = WindowFeatures.of(SPECTRAL, everyMillis(31, 20), repeat(31, i -> i % 2));
        double[] broken =
                WindowFeatures.of(SPECTRAL, everyMillis(256, 20), repeat(256, i -> i % 3 == 0 ? Double.NaN : 1));

        assertThat(slow[13]).isNaN();
        assertThat(little[13]).isNaN();
        assertThat(broken[13]).isNaN();
    }

    @Test
    void transformsAsTheDefinitionOfTheFourierTransformSays() {
        Random random = new Random(8);
        double[] signal = repeat(16, i -> random.nextGaussian());
        double[] real = signal.clone();
        double[] imaginary = new double[16];

        Spectrum.transform(real, imaginary);

        for (int bin = 0; bin < 16; bin++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < 16; i++) {
                re += signal[i] * Math.cos(2 * Math.PI * bin * i / 16);
                im -= signal[i] * Math.sin(2 * Math.PI * bin * i / 16);
            }
            assertThat(real[bin]).isCloseTo(re, within(1e-12));
            assertThat(imaginary[bin]).isCloseTo(im, within(1e-12));
        }
    }

    @Test
    void refusesAFeatureThatItDoesNotKnow() {
        var set = new FeatureSet("mine", 1, List.of("beauty"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowFeatures.of(set, everySecond(1), new double[1]))
                .withMessage("there is no feature beauty");
        assertThatIllegalArgumentException().isThrownBy(() -> WindowFeatures.of(BASIC, everySecond(1), new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> new FeatureSet("x", 1, List.of("mean", "mean")));
    }

    private static double feature(FeatureSet set, double[] features, String name) {
        return features[set.features().indexOf(name)];
    }

    private static long[] everySecond(int n) {
        return everyMillis(n, 1_000);
    }

    private static long[] everyMillis(int n, long millis) {
        return IntStream.range(0, n)
                .mapToLong(i -> 1_764_000_000_000L + i * millis)
                .toArray();
    }

    private static double[] repeat(int n, IntToDoubleFunction value) {
        return IntStream.range(0, n).mapToDouble(value).toArray();
    }
}
