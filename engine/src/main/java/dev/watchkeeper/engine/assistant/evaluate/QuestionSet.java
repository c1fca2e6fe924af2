package dev.watchkeeper.engine.assistant.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions to the demo plant with the one right understanding of each. Written as lines {@code question TAB call}, the call as
 * {@link dev.watchkeeper.engine.assistant.tool.CallText} writes it; lines that begin with {@code #} are remarks.
 *
 * @param cases at least one
 */
public record QuestionSet(List<Case> cases) {
    private static final String FOLDER = "/dev/watchkeeper/assets/questions/";

    /** A question and what it asks for. */
    public record Case(String question, String call) {}

    /** @throws IllegalArgumentException when there is no question */
    public QuestionSet {
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("the set has no question");
        }
    }

    /** Those by which the rules were made. */
    public static QuestionSet shipped() {
        return resource("plant-questions.tsv");
    }

    /** Those that were written after the rules, and by which no rule was changed. */
    public static QuestionSet heldOut() {
        return resource("held-out-questions.tsv");
    }

    /**
     * Those of a file.
     *
     * @throws IllegalArgumentException when a line is not {@code question TAB call}; says which
     */
    public static QuestionSet read(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return read(reader);
        }
    }

    private static QuestionSet resource(String name) {
        try (InputStream in = QuestionSet.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the program has no file " + FOLDER + name);
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }

    private static QuestionSet read(BufferedReader reader) throws IOException {
        List<Case> cases = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab < 1 || line.substring(tab + 1).isBlank()) {
                throw new IllegalArgumentException("line " + number + " is not a question, a tab and a call: " + line);
            }
            cases.add(new Case(line.substring(0, tab), line.substring(tab + 1).strip()));
        }
        return new QuestionSet(cases);
    }
}
