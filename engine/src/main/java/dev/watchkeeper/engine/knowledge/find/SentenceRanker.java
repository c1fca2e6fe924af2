package dev.watchkeeper.engine.knowledge.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ranks the sentences of the best passages by how likely they hold the answer: a weighted sum of what can be seen of them. */
final class SentenceRanker {
    /** From how many passages the sentences are taken. */
    static final int PASSAGES = 3;

    private static final double SHORT_WORDS = 4;

    private SentenceRanker() {}

    /** The sentences of the first passages, the best first. */
    static List<RankedSentence> rank(Question question, List<RankedPassage> passages) {
        List<RankedSentence> ranked = new ArrayList<>();
        for (int i = 0; i < Math.min(PASSAGES, passages.size()); i++) {
            RankedPassage passage = passages.get(i);
            double behind = passages.get(0).score() - passage.score();
            for (int j = 0; j < passage.sentences().size(); j++) {
                double[] features = features(question, passage, j, i, behind);
                ranked.add(new RankedSentence(
                        passage.sentences().get(j).text(), i, features, Weights.sum(Weights.SENTENCE, features)));
            }
        }
        ranked.sort(Comparator.comparingDouble(RankedSentence::score).reversed());
        return ranked;
    }

    private static double[] features(Question question, RankedPassage passage, int index, int rank, double behind) {
        List<RankedPassage.Sentence> sentences = passage.sentences();
        RankedPassage.Sentence sentence = sentences.get(index);
        Set<String> words = new HashSet<>(sentence.words());
        double covered = question.covered(words);
        Set<String> fresh = new HashSet<>(words);
        fresh.removeAll(question.words());
        Set<String> withBefore = new HashSet<>(words);
        double before = 0;
        if (index > 0) {
            withBefore.addAll(sentences.get(index - 1).words());
            before = question.covered(sentences.get(index - 1).words());
        }
        double after = index + 1 < sentences.size()
                ? question.covered(sentences.get(index + 1).words())
                : 0;
        double best = sentences.stream()
                .mapToDouble(RankedPassage.Sentence::cosine)
                .max()
                .orElse(0);
        boolean asks = sentence.text().endsWith("?");
        boolean is = question.type().isIn(sentence.text());
        return new double[] {
            sentence.cosine(),
            best - sentence.cosine(),
            covered,
            question.covered(withBefore),
            question.paired(sentence.words()),
            behind,
            rank == 0 ? 1 : 0,
            before,
            after,
            index == 0 ? 1 : 0,
            Math.log1p(fresh.size()),
            fresh.size() < SHORT_WORDS ? 1 : 0,
            asks ? 1 : 0,
            question.type() == AnswerType.AMOUNT && is ? 1 : 0,
            question.type() == AnswerType.TIME && is ? 1 : 0,
            question.type() == AnswerType.PERSON && is ? 1 : 0,
            question.type() == AnswerType.PLACE && is ? 1 : 0,
            question.type() == AnswerType.REASON && is ? 1 : 0,
            question.type() == AnswerType.ACTION && is ? 1 : 0,
            covered * sentence.cosine()
        };
    }
}
