package dev.watchkeeper.engine.knowledge.find;

import dev.watchkeeper.engine.knowledge.index.IndexView;
import dev.watchkeeper.engine.knowledge.index.Part;
import dev.watchkeeper.engine.knowledge.index.Sentences;
import dev.watchkeeper.engine.knowledge.index.StoredPassage;
import dev.watchkeeper.engine.knowledge.index.Vectors;
import dev.watchkeeper.engine.knowledge.index.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ranks passages in two steps. Candidates come from the words (BM25) and from the vectors, and are put in order by the share
 * of the best BM25 score and the mean of two cosines, of the passage and of its best sentence. The best of these are looked at
 * closely and ranked by a weighted sum.
 */
final class PassageRanker {
    /** How many candidates the words give, and how many the vectors. */
    private static final int CANDIDATES = 100;

    /** How many of them are looked at closely. */
    private static final int CLOSELY = 20;

    private static final double COSINE_WEIGHT = 2;

    private PassageRanker() {}

    /** What is known of a passage before it has been read. */
    private record Candidate(
            int passage, double words, double headings, double pairs, Vectors vectors, double cosine, double sentence) {
        double score() {
            return words + COSINE_WEIGHT * (cosine + sentence) / 2;
        }
    }

    /** The passages that fit best, the best first. */
    static List<RankedPassage> rank(Question question, IndexView view) throws IOException {
        List<RankedPassage> ranked = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (Candidate candidate : candidates(question, view)) {
            StoredPassage stored = view.passage(candidate.passage());
            // The same text in two places is found once.
            if (texts.add(stored.text())) {
                ranked.add(look(question, candidate, stored));
            }
            if (ranked.size() == CLOSELY) {
                break;
            }
        }
        ranked.sort(Comparator.comparingDouble(RankedPassage::score).reversed());
        return ranked;
    }

    private static List<Candidate> candidates(Question question, IndexView view) throws IOException {
        Map<Integer, Float> words = view.matches(Part.TEXT, question.words(), CANDIDATES);
        Map<Integer, Float> headings = view.matches(Part.HEADINGS, question.words(), CANDIDATES);
        Map<Integer, Float> pairs = view.matches(Part.PAIRS, question.pairs(), CANDIDATES);
        Set<Integer> passages = new LinkedHashSet<>(words.keySet());
        passages.addAll(view.nearest(question.vector(), CANDIDATES).keySet());
        double mostWords = most(words);
        double mostHeadings = most(headings);
        double mostPairs = most(pairs);
        List<Candidate> candidates = new ArrayList<>();
        for (int passage : passages) {
            Vectors vectors = view.vectors(passage);
            candidates.add(new Candidate(
                    passage,
                    words.getOrDefault(passage, 0f) / mostWords,
                    headings.getOrDefault(passage, 0f) / mostHeadings,
                    pairs.getOrDefault(passage, 0f) / mostPairs,
                    vectors,
                    vectors.cosine(0, question.vector()),
                    bestSentence(vectors, question.vector())));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return candidates;
    }

    private static RankedPassage look(Question question, Candidate candidate, StoredPassage stored) {
        List<RankedPassage.Sentence> sentences = new ArrayList<>();
        List<String> texts = Sentences.of(stored.text());
        Set<String> all = new HashSet<>(Words.of(stored.title() + "\n" + String.join("\n", stored.headings())));
        Set<String> above = Set.copyOf(all);
        double together = 0;
        double paired = 0;
        Set<String> before = Set.of();
        boolean typed = false;
        for (int i = 0; i < texts.size(); i++) {
            List<String> words = Words.of(texts.get(i));
            double cosine =
                    i + 1 < candidate.vectors().count() ? candidate.vectors().cosine(i + 1, question.vector()) : 0;
            sentences.add(new RankedPassage.Sentence(texts.get(i), words, cosine));
            Set<String> two = new HashSet<>(words);
            two.addAll(before);
            together = Math.max(together, question.covered(two));
            paired = Math.max(paired, question.paired(words));
            typed |= question.type().isIn(texts.get(i)) && question.covered(words) > 0.3;
            before = Set.copyOf(words);
            all.addAll(words);
        }
        double[] features = {
            candidate.words(),
            candidate.headings(),
            candidate.pairs(),
            candidate.cosine(),
            candidate.sentence(),
            question.covered(all),
            together,
            paired,
            question.covered(above),
            typed ? 1 : 0
        };
        return new RankedPassage(stored, sentences, features, Weights.sum(Weights.PASSAGE, features));
    }

    private static double bestSentence(Vectors vectors, float[] question) {
        double best = vectors.count() > 1 ? -1 : vectors.cosine(0, question);
        for (int i = 1; i < vectors.count(); i++) {
            best = Math.max(best, vectors.cosine(i, question));
        }
        return best;
    }

    private static double most(Map<Integer, Float> scores) {
        return scores.values().stream().mapToDouble(Float::doubleValue).max().orElse(1);
    }
}
