package dev.watchkeeper.engine.knowledge.index;

import java.util.List;

/**
 * A passage to be indexed.
 *
 * @param page counted from 1; 0 where the format has none
 * @param vector of the passage with its headings
 * @param sentences the vectors of its sentences, as {@link Sentences} cuts them
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
public record NewPassage(List<String> headings, int page, String text, float[] vector, List<float[]> sentences) {
    public NewPassage {
        headings = List.copyOf(headings);
        sentences = List.copyOf(sentences);
    }
}
