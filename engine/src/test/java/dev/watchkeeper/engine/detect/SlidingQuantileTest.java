package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlidingQuantileTest {
    private static final int CAPACITY = 37;

    @Test
    void quantilesAreThoseOfTheNewestValuesSorted() {
        Random random = new Random(3);
        SlidingQuantile quantile = new SlidingQuantile(CAPACITY);
        List<Float> all = new ArrayList<>();

        for (int i = 0; i < 1_000; i++) {
            float value = random.nextInt(20);
            quantile.add(value);
            all.add(value);

            List<Float> sorted = all.subList(Math.max(0, all.size() - CAPACITY), all.size()).stream()
                    .sorted()
                    .toList();
            assertThat(quantile.size()).isEqualTo(sorted.size());
            assertThat(quantile.quantile(0)).isEqualTo(sorted.get(0));
            assertThat(quantile.quantile(0.3)).isEqualTo(sorted.get((int) Math.round(0.3 * (sorted.size() - 1))));
            assertThat(quantile.quantile(1)).isEqualTo(sorted.get(sorted.size() - 1));
        }
    }

    @Test
    void withoutValuesEveryQuantileIsZero() {
        assertThat(new SlidingQuantile(CAPACITY).quantile(0.5)).isZero();
    }

    @Test
    void thinningKeepsEverySecondValue() {
        SlidingQuantile quantile = new SlidingQuantile(6);
        for (int i = 1; i <= 8; i++) {
            quantile.add(i);
        }

        quantile.thin();

        assertThat(quantile.size()).isEqualTo(3);
        assertThat(quantile.quantile(0)).isEqualTo(4);
        assertThat(quantile.quantile(0.5)).isEqualTo(6);
        assertThat(quantile.quantile(1)).isEqualTo(8);
    }

    @Test
    void aRestoredOneForgetsInTheSameOrder() {
        SlidingQuantile original = new SlidingQuantile(4);
        for (int i = 0; i < 7; i++) {
            original.add(7 - i);
        }
        StateWriter out = new StateWriter("TEST", 1);
        original.write(out);

        SlidingQuantile copy = new SlidingQuantile(4);
        copy.read(new StateReader(out.toBytes(), "TEST", 1));
        original.add(9);
        copy.add(9);

        assertThat(copy.quantile(0)).isEqualTo(1).isEqualTo(original.quantile(0));
        assertThat(copy.quantile(0.67)).isEqualTo(3).isEqualTo(original.quantile(0.67));
        assertThat(copy.quantile(1)).isEqualTo(9);
    }
}
