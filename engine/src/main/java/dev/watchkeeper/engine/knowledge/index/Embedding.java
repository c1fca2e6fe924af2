package dev.watchkeeper.engine.knowledge.index;

import dev.watchkeeper.engine.knowledge.embed.Embedder;
import java.util.ArrayList;
import java.util.List;

/** Gives passages their vectors: one for all of it under its headings, and one for each sentence. In one thread at a time. */
public final class Embedding {
    private final Embedder embedder;
    /** The headings of the last passage and their vector: passages of a section follow each other. */
    private String lastAbove = "";

    private float[] lastVector = {};

    public Embedding(Embedder embedder) {
        this.embedder = embedder;
    }

    /**
     * The passage with its vectors.
     *
     * @throws IllegalStateException when the model cannot be used on this machine
     */
    public NewPassage passage(String title, List<String> headings, int page, String text) {
        List<String> above = new ArrayList<>();
        if (!headings.contains(title)) {
            above.add(title);
        }
        above.addAll(headings);
        float[] vector = embedder.embed(String.join(" > ", above) + "\n" + text);
        List<float[]> sentences =
                Sentences.of(text).stream().map(embedder::embed).toList();
        return new NewPassage(
                headings,
                page,
                text,
                vector,
                above(headings.isEmpty() ? title : String.join(" > ", headings)),
                sentences);
    }

    private float[] above(String headings) {
        if (lastVector.length == 0 || !headings.equals(lastAbove)) {
            lastVector = embedder.embed(headings);
            lastAbove = headings;
        }
        return lastVector;
    }
}
