package dev.watchkeeper.engine.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniLmTest {
    @TempDir
    private static Path directory;

    @Test
    void piecesAreThoseOfTheVocabularyOfTheModel() throws Exception {
        try (InputStream tokenizer =
                Objects.requireNonNull(MiniLm.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json"))) {
            WordPieces pieces = WordPieces.read(tokenizer);

            assertThat(pieces.encode("Hello, W\u00f6rld!", 256)).containsExactly(101, 7592, 1010, 2088, 999, 102);
            assertThat(pieces.encode("unaffable", 256)).containsExactly(101, 14477, 20961, 3468, 102);
            assertThat(pieces.encode("a ".repeat(500), 64))
                    .hasSize(64)
                    .startsWith(101)
                    .endsWith(102);
        }
    }

    /** The expected numbers were made by the Hugging Face library tokenizers from the tokenizer file of the model. */
    @Test
    void textsOfAllKindsAreCutAsTheOriginalCutsThem() throws Exception {
        try (InputStream tokenizer =
                        Objects.requireNonNull(MiniLm.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json"));
                InputStream expected = Objects.requireNonNull(MiniLmTest.class.getResourceAsStream("pieces.json"))) {
            WordPieces pieces = WordPieces.read(tokenizer);

            for (JsonNode example : new ObjectMapper().readTree(expected)) {
                String text = example.path("text").asText();
                List<Long> original = new ArrayList<>();
                example.path("pieces").forEach(piece -> original.add(piece.asLong()));
                assertThat(Arrays.stream(pieces.encode(text, 256)).boxed().toList())
                        .as(text)
                        .isEqualTo(original);
            }
        }
    }

    @Test
    void alikeInMeaningIsAlikeInVectorsAndTheModelComesBackAfterItWasLetGo() {
        try (MiniLm model = new MiniLm(directory, 1)) {
            float[] question = model.embed("Why does the pump shake?");

            model.close();
            float[] again = model.embed("Why does the pump shake?");

            assertThat(again).containsExactly(question);
            assertThat(cosine(question, model.embed("Vibration is caused by a worn bearing.")))
                    .isGreaterThan(cosine(question, model.embed("The museum opens at ten on Sundays.")) + 0.2);
            assertThat(cosine(question, question)).isBetween(0.999, 1.001);
        }
    }

    @Test
    void machineCodeLiesInTheDirectoryThatWasNamed() throws Exception {
        Path place = NativeParts.unpackInto(directory);

        assertThat(place).startsWith(directory);
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .contains(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        }
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
