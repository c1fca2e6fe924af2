package dev.watchkeeper.engine.knowledge.find;

/**
 * The weights of the rankers and of the judgement of evidence, in the order of their features. Those of sentences and evidence come
 * from the questions behind the first 2,000 with an answer in half of the development set of SQuAD 2.0 ({@code watchkeeper
 * evaluate retrieval --data FILE --weights}), which are about other articles than those that judge the result; of sentences, what
 * looks like an order (the last but one) weighs less than learned, because few of those questions ask for one. Those of passages
 * lie between what is learned there and the plain fusion of the candidates, which does better on manuals: headings and company
 * (the last two) cannot be learned from articles that have no headings and are one document each.
 */
final class Weights {
    static final double[] PASSAGE = {5, 1, 1, 6, 7, 1.5, 2, 1.5, 0.5, 0.7, 5, 3};

    static final double[] SENTENCE = {
        5.91, 2.43, 2.52, 5.13, 1.51, -0.41, 0.37, 0.14, 0.14, 0.15, 0.06, -0.14, 0, 1.28, 1.48, -0.45, 1.81, 2.22, 2,
        0.45
    };

    static final double[] EVIDENCE = {-7.3, 5.95, 3.03, 3.11, 1.37, 2.42, 3.85, -1.7};

    private Weights() {}

    static double sum(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }
}
