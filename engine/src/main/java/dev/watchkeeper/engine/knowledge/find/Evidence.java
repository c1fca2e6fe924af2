package dev.watchkeeper.engine.knowledge.find;

import java.util.List;

/** Whether what was found has anything to do with the question: a weighted sum over the best passages against a threshold. */
final class Evidence {
    private static final int PASSAGES = 3;

    private Evidence() {}

    static double[] features(Question question, List<RankedPassage> passages) {
        double cosine = 0;
        double sentence = 0;
        double covered = 0;
        double together = 0;
        double paired = 0;
        for (RankedPassage passage : passages.subList(0, Math.min(PASSAGES, passages.size()))) {
            cosine = Math.max(cosine, passage.features()[3]);
            sentence = Math.max(sentence, passage.features()[4]);
            covered = Math.max(covered, passage.features()[5]);
            together = Math.max(together, passage.features()[6]);
            paired = Math.max(paired, passage.features()[7]);
        }
        return new double[] {
            1, cosine, sentence, Math.max(cosine, sentence), covered, together, paired, question.unknown()
        };
    }

    static boolean isThere(double[] features) {
        return Weights.sum(Weights.EVIDENCE, features) > 0;
    }
}
