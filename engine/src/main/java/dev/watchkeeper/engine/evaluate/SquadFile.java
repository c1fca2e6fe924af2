package dev.watchkeeper.engine.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Articles cut into paragraphs, with questions to each, in the JSON of the Stanford Question Answering Dataset 1.1 and 2.0.
 *
 * @param articles in the order of the file
 */
public record SquadFile(List<Article> articles) {
    public SquadFile {
        articles = List.copyOf(articles);
    }

    /** An article by its title. */
    public record Article(String title, List<String> paragraphs) {
        public Article {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * A question that a paragraph answers.
     *
     * @param article counted from 0
     * @param paragraph of the article, counted from 0
     * @param answers words of the paragraph, each of which answers
     */
    public record Asked(String question, int article, int paragraph, List<String> answers) {
        public Asked {
            answers = List.copyOf(answers);
        }
    }

    /** A file with its questions that have an answer, in their order. */
    public record WithQuestions(SquadFile file, List<Asked> questions) {}

    /**
     * Reads a file.
     *
     * @throws IOException when the file cannot be read or has another shape; the message says what is missing
     */
    public static WithQuestions read(Path path) throws IOException {
        JsonNode data = new ObjectMapper().readTree(path.toFile()).path("data");
        if (!data.isArray() || data.isEmpty()) {
            throw new IOException("there is no array \"data\" with articles in " + path);
        }
        List<Article> articles = new ArrayList<>();
        List<Asked> questions = new ArrayList<>();
        for (JsonNode article : data) {
            List<String> paragraphs = new ArrayList<>();
            for (JsonNode paragraph : article.path("paragraphs")) {
                for (JsonNode asked : paragraph.path("qas")) {
                    List<String> answers = new ArrayList<>();
                    asked.path("answers")
                            .forEach(answer -> answers.add(answer.path("text").asText()));
                    if (!asked.path("is_impossible").asBoolean() && !answers.isEmpty()) {
                        questions.add(new Asked(
                                asked.path("question").asText().strip(), articles.size(), paragraphs.size(), answers));
                    }
                }
                paragraphs.add(paragraph.path("context").asText());
            }
            articles.add(new Article(article.path("title").asText().replace('_', ' '), paragraphs));
        }
        return new WithQuestions(new SquadFile(articles), questions);
    }
}
