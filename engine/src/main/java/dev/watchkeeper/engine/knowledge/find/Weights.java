package dev.watchkeeper.engine.knowledge.find;

/**
 * The weights of the rankers and of the judgement of evidence, in the order of their features. They come from the questions
 * behind the first 2,000 with an answer in half of the development set of SQuAD 2.0 ({@code watchkeeper evaluate retrieval --data
 * FILE --weights}), which are about other articles than those that judge the result. Two are set by hand: headings weigh more,
 * because those articles have none, and what looks like an order weighs less, because few of those questions ask for one.
 */
final class Weights {
    static final double[] PASSAGE = {1.76, 2, 1.24, 5.49, 8.08, 2.42, 3.71, 1.81, 2.9, 1.48};

    static final double[] SENTENCE = {
        5.73, 2.48, 2.19, 5.59, 2.27, -1, 0, 0.07, 0, 0.14, 0.1, -0.1, -0.08, 1.39, 1.55, -0.55, 1.8, 2.27, 2, 0.54
    };

    static final double[] EVIDENCE = {-7.26, 5.86, 3.19, 3.23, 1.28, 2.25, 3.87, -1.63};

    private Weights() {}

    static double sum(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }
}
