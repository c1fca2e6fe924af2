package dev.watchkeeper.engine.detect.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTailTest {
    @Test
    void aHigherScoreIsRarer() {
        ScoreTail tail = taught(3_000, 1);

        for (double score = 0; score < 20; score += 0.1) {
            assertThat(tail.share(score + 0.1)).isLessThan(tail.share(score)).isPositive();
        }
        assertThat(tail.share(0)).isEqualTo(1);
    }

    @Test
    void scoresWithAnExponentialTailAreMet() {
        ScoreTail tail = taught(200_000, 0.3);

        for (double share : new double[] {0.05, 0.01, 0.001}) {
            double score = -0.3 * Math.log(share);
            assertThat(tail.share(score) / share).isCloseTo(1, within(0.5));
        }
    }

    @Test
    void aFaultThatStaysDoesNotBecomeUsual() {
        ScoreTail tail = taught(5_000, 0.3);
        double before = tail.share(6);

        for (int i = 0; i < 5_000; i++) {
            tail.learn(6);
        }

        assertThat(tail.share(6)).isLessThan(0.01).isGreaterThanOrEqualTo(before);
    }

    private static ScoreTail taught(int samples, double mean) {
        Random random = new Random(2);
        ScoreTail tail = new ScoreTail(2.2);
        for (int i = 0; i < samples; i++) {
            tail.learn(-mean * Math.log(1 - random.nextDouble()));
        }
        return tail;
    }
}
