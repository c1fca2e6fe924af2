package dev.watchkeeper.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    @Test
    void holdsTheLastReadings() {
        SlidingWindow window = SlidingWindow.ofReadings(3);

        for (int i = 1; i <= 5; i++) {
            assertThat(window.add(i * 10L, i)).isTrue();
        }

        assertThat(window.timesMillis()).containsExactly(30, 40, 50);
        assertThat(window.values()).containsExactly(3, 4, 5);
    }

    @Test
    void holdsTheReadingsOfTheLastWhile() {
        SlidingWindow window = SlidingWindow.ofTime(Duration.ofMillis(100), 50);
        window.add(0, 1);
        window.add(60, 2);
        window.add(99, 3);
        assertThat(window.size()).isEqualTo(3);

        window.add(100, 4);

        assertThat(window.values()).containsExactly(2, 3, 4);
    }

    @Test
    void holdsNoMoreThanItsBoundHoweverFastReadingsCome() {
        SlidingWindow window = SlidingWindow.ofTime(Duration.ofHours(1), 2);

        for (int i = 0; i < 10; i++) {
            window.add(i, i);
        }

        assertThat(window.values()).containsExactly(8, 9);
    }

    @Test
    void passesOverAReadingThatIsNotNewer() {
        SlidingWindow window = SlidingWindow.ofReadings(3);
        window.add(10, 1);

        assertThat(window.add(10, 2)).isFalse();
        assertThat(window.add(9, 2)).isFalse();

        assertThat(window.values()).containsExactly(1);
    }

    @Test
    void forgetsEverythingAfterALongGap() {
        SlidingWindow window = SlidingWindow.ofTime(Duration.ofSeconds(1), 10);
        window.add(-9_000_000_000_000L, 1);

        window.add(9_000_000_000_000L, 2);

        assertThat(window.values()).containsExactly(2);
    }

    @Test
    void givesTheFeaturesOfExactlyWhatItHoldsAlsoAfterItWasRestored() {
        Random random = new Random(9);
        SlidingWindow window = SlidingWindow.ofReadings(64);
        for (int i = 0; i < 200; i++) {
            window.add(i * 20L, random.nextGaussian());
        }
        SlidingWindow restored = SlidingWindow.ofReadings(64);
        for (int i = 0; i < window.size(); i++) {
            restored.add(window.timesMillis()[i], window.values()[i]);
        }

        double[] features = window.features(FeatureSet.SPECTRAL_V1);

        assertThat(restored.features(FeatureSet.SPECTRAL_V1)).containsExactly(features);
        assertThat(features)
                .containsExactly(WindowFeatures.of(FeatureSet.SPECTRAL_V1, window.timesMillis(), window.values()));
        assertThat(features[0]).isEqualTo(64);
    }

    @Test
    void refusesAWindowOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> SlidingWindow.ofReadings(0));
        assertThatIllegalArgumentException().isThrownBy(() -> SlidingWindow.ofTime(Duration.ZERO, 5));
    }
}
