package dev.watchkeeper.engine.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Questions to a folder of manuals, a line each, separated by tabs: the question, the files that answer it, the headings that the
 * answer stands under, and words that the right passage holds. Several of a kind are separated by semicolons.
 */
final class ManualQuestions {
    private static final int COLUMNS = 4;

    private ManualQuestions() {}

    /** @param texts in small letters, without marks of emphasis */
    private record Holds(Set<String> files, List<String> texts) implements AskedPassage.Right {
        @Override
        public boolean is(String id, String document, List<String> headings, String text) {
            String all = plain(String.join(" ", headings) + " " + text);
            return files.contains(document) && texts.stream().anyMatch(all::contains);
        }

        @Override
        public boolean is(String sentence) {
            return texts.stream().anyMatch(plain(sentence)::contains);
        }
    }

    static List<AskedPassage> read(Path path) throws IOException {
        List<AskedPassage> questions = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            if (line.isBlank()) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            if (columns.length < COLUMNS) {
                throw new IOException("line " + (questions.size() + 1) + " of " + path + " has " + columns.length
                        + " columns and not " + COLUMNS);
            }
            questions.add(new AskedPassage(
                    columns[0].strip(),
                    0,
                    new Holds(
                            Set.copyOf(parts(columns[1])),
                            parts(columns[3]).stream()
                                    .map(ManualQuestions::plain)
                                    .toList())));
        }
        return questions;
    }

    private static List<String> parts(String column) {
        return Stream.of(column.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[`*_]", "").replaceAll("\\s+", " ");
    }
}
