package dev.watchkeeper.engine.knowledge.find;

import dev.watchkeeper.engine.knowledge.index.StoredPassage;
import java.util.List;

/**
 * A passage with what it was ranked by.
 *
 * @param features what {@link PassageRanker} looked at
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
public record RankedPassage(StoredPassage passage, List<Sentence> sentences, double[] features, double score) {
    /**
     * A sentence of it.
     *
     * @param words as they are counted
     * @param cosine how alike it and the question are in meaning
     */
    public record Sentence(String text, List<String> words, double cosine) {}
}
