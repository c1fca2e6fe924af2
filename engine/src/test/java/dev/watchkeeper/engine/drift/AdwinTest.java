package dev.watchkeeper.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdwinTest {
    private final Random random = new Random(5);

    @Test
    void dropsWhatIsBeforeAShiftAndTellsWhenItWas() {
        Adwin adwin = new Adwin(1_000, 1);
        for (int i = 0; i < 2_000; i++) {
            assertThat(adwin.add(i, random.nextGaussian())).isFalse();
        }

        int cutAt = 0;
        for (int i = 2_000; cutAt == 0 && i < 2_200; i++) {
            cutAt = adwin.add(i, 1 + random.nextGaussian()) ? i : 0;
        }

        assertThat(cutAt).isBetween(2_010, 2_100);
        assertThat(adwin.startMillis()).isBetween(1_985L, 2_015L);
        assertThat(adwin.mean()).isBetween(0.6, 1.4);
    }

    @Test
    void comparesTheFirstValuesWithTheReference() {
        Adwin adwin = new Adwin(1_000, 1);

        boolean cut = false;
        for (int i = 0; !cut && i < 100; i++) {
            cut = adwin.add(i, 2 + random.nextGaussian());
        }

        assertThat(cut).isTrue();
        assertThat(adwin.startMillis()).isZero();
    }

    @Test
    void asksForMoreWhereValuesDependOnEachOther() {
        Adwin independent = new Adwin(1_000, 1);
        Adwin dependent = new Adwin(1_000, 20);
        boolean cutIndependent = false;
        boolean cutDependent = false;

        for (int i = 0; i < 80; i++) {
            double value = 1 + random.nextGaussian();
            cutIndependent |= independent.add(i, value);
            cutDependent |= dependent.add(i, value);
        }

        assertThat(cutIndependent).isTrue();
        assertThat(cutDependent).isFalse();
    }

    @Test
    void staysSmallHoweverMuchItIsFed() {
        Adwin adwin = new Adwin(1_000, 1);
        for (int i = 0; i < 1_000_000; i++) {
            adwin.add(i, random.nextGaussian());
        }

        StateWriter out = new StateWriter("TEST", 1);
        adwin.write(out);

        assertThat(out.toBytes().length).isLessThan(4_000);
    }
}
