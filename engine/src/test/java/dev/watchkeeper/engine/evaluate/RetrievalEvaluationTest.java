package dev.watchkeeper.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.engine.knowledge.embed.MiniLm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalEvaluationTest {
    private static final String ARTICLES = """
            {"data": [
              {"title": "Pumps", "paragraphs": [
                {"context": "A centrifugal pump lifts water with an impeller. Its seal is cooled by oil.", "qas": [
                  {"question": "What cools the seal of the pump?", "answers": [{"text": "oil"}], "is_impossible": false},
                  {"question": "Who sings?", "answers": [], "is_impossible": true}]},
                {"context": "Cavitation was first described in 1893. It harms the impeller.", "qas": [
                  {"question": "When was cavitation first described?", "answers": [{"text": "1893"}], "is_impossible": false}]}]},
              {"title": "Cheese", "paragraphs": [
                {"context": "Gouda is a cheese from the Netherlands. It is made from the milk of cows.", "qas": [
                  {"question": "From which country does Gouda cheese come?", "answers": [{"text": "the Netherlands"}],
                   "is_impossible": false}]}]}]}
            """;

    @TempDir
    private Path directory;

    @Test
    void questionsWithAnAnswerAreAskedOfAllArticlesAndOfTheOthers() throws Exception {
        Path file = Files.writeString(directory.resolve("articles.json"), ARTICLES);
        try (MiniLm model = new MiniLm(directory, 1)) {
            RetrievalResult result = evaluation(model).articles(file, 2_000);

            assertThat(result.questions()).isEqualTo(3);
            assertThat(result.unrelated()).isEqualTo(3);
            assertThat(result.passages()).isEqualTo(3);
            assertThat(result.line())
                    .startsWith("retrieval r1=1.000 r5=1.000 mrr10=1.000 sentence1=1.000 sentence2=1.000 refused=1.000")
                    .contains(" p95_ms=");
        }
    }

    @Test
    void questionsToManualsCountWhereFileAndWordsAreRight() throws Exception {
        Path manuals = Files.createDirectories(directory.resolve("corpus"));
        Path corpus = Files.createDirectories(manuals.resolve("a"));
        Files.writeString(corpus.resolve("pump.md"), "# Pump\n\n## Seal\n\nThe *seal* is cooled by oil.\n");
        Files.writeString(corpus.resolve("valve.html"), "<h1>Valve</h1><p>The valve closes with air.</p>");
        Path questions = Files.writeString(
                directory.resolve("questions.tsv"),
                "What cools the seal?\ta/pump.md\tSeal\tcooled by oil\nWhat closes the valve?\ta/pump.md\tValve\tno such words\n");
        try (MiniLm model = new MiniLm(directory, 1)) {
            RetrievalResult result = evaluation(model).manuals(questions, manuals);

            assertThat(result.r1()).isEqualTo(0.5);
            assertThat(result.sentence1()).isEqualTo(0.5);
            assertThat(result.refused()).isEqualTo(1);
        }
    }

    @Test
    void weightsComeFromTheQuestionsBehindTheFirst() throws Exception {
        Path file = Files.writeString(directory.resolve("articles.json"), ARTICLES);
        try (MiniLm model = new MiniLm(directory, 1)) {
            assertThat(evaluation(model).weights(file, 1))
                    .hasSize(3)
                    .allMatch(line -> line.matches("[A-Z]+ = \\{(-?\\d+\\.\\d\\d(, )?)+}"));
            assertThatThrownBy(() -> evaluation(model).weights(file, 3)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void rankingLearnsWhatRightRowsHaveInCommon() {
        LinearFit.Group group = new LinearFit.Group(
                List.of(new double[] {1, 0.3}, new double[] {0, 0.4}, new double[] {0.1, 0.2}),
                new boolean[] {true, false, false});

        double[] weights = LinearFit.ranking(List.of(group), 0.001);

        assertThat(weights[0]).isGreaterThan(1);
    }

    private RetrievalEvaluation evaluation(MiniLm model) {
        return new RetrievalEvaluation(directory, model, (what, done, all) -> {}, () -> false);
    }
}
