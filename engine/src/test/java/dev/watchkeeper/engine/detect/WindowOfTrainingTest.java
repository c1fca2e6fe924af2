package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.model.train.NoveltyTraining;
import org.junit.jupiter.api.Test;

class WindowOfTrainingTest {
    @Test
    void trainingKnowsOfTheLongestWindow() {
        assertThat(NoveltyTraining.WINDOW_SAMPLES).isGreaterThanOrEqualTo(NoveltyDetector.LONGEST_WINDOW);
    }
}
