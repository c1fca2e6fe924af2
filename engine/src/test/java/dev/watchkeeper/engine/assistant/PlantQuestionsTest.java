package dev.watchkeeper.engine.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.assistant.evaluate.QuestionEvaluation;
import dev.watchkeeper.engine.assistant.evaluate.QuestionEvaluation.Result;
import dev.watchkeeper.engine.assistant.evaluate.QuestionSet;
import org.junit.jupiter.api.Test;

class PlantQuestionsTest {
    @Test
    void moreThanAHundredQuestionsReachTheRightToolWithTheRightArguments() {
        Result result = QuestionEvaluation.run(QuestionSet.shipped());

        assertThat(result.outcomes()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(result.rate()).as("not understood: %s", result.wrong()).isGreaterThanOrEqualTo(0.97);
    }
}
