package dev.watchkeeper.engine.knowledge.find;

import dev.watchkeeper.engine.knowledge.embed.Embedder;
import dev.watchkeeper.engine.knowledge.index.IndexView;
import dev.watchkeeper.engine.knowledge.index.Words;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question, taken apart.
 *
 * @param words its words in their order
 * @param weights of each of its words, the higher the rarer it is in the index; their sum is 1
 * @param unknown the share of the weights whose words are in no document
 * @param vector what it means
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
record Question(
        String text,
        List<String> words,
        Map<String, Double> weights,
        double unknown,
        Set<String> pairs,
        float[] vector,
        AnswerType type) {
    static Question of(String text, IndexView view, Embedder embedder) throws IOException {
        List<String> words = Words.of(text);
        Map<String, Double> weights = new LinkedHashMap<>();
        int passages = view.passages();
        double sum = 0;
        double unknown = 0;
        for (String word : new HashSet<>(words)) {
            int holding = view.holding(word);
            double weight = Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
            weights.put(word, weight);
            sum += weight;
            unknown += holding == 0 ? weight : 0;
        }
        double all = sum == 0 ? 1 : sum;
        weights.replaceAll((word, weight) -> weight / all);
        return new Question(
                text,
                words,
                weights,
                unknown / all,
                Set.copyOf(Words.pairs(words)),
                embedder.embed(text),
                AnswerType.of(text));
    }

    /** Which share of its words some words hold, by weight. */
    double covered(Collection<String> words) {
        double covered = 0;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            if (words.contains(weight.getKey())) {
                covered += weight.getValue();
            }
        }
        return covered;
    }

    /** Which share of its pairs of words some words hold in a row. */
    double paired(List<String> words) {
        if (pairs.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(Words.pairs(words));
        both.retainAll(pairs);
        return (double) both.size() / pairs.size();
    }
}
