package dev.watchkeeper.engine.evaluate;

import java.util.List;

/**
 * Fits the weights of a weighted sum by full-batch gradient descent with momentum; the same data give the same weights.
 * Features are brought to one scale while fitting, and large weights are held back.
 */
final class LinearFit {
    private static final int ROUNDS = 1_500;
    private static final double RATE = 0.5;
    private static final double MOMENTUM = 0.9;

    private LinearFit() {}

    /**
     * Rows of which some are right.
     *
     * @param right of each row, whether it is right; groups with none or nothing but right ones teach nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
    record Group(List<double[]> rows, boolean[] right) {}

    /** Weights that give right rows the larger share of the softmax of their group (Cao et al. 2007, of one place). */
    static double[] ranking(List<Group> groups, double hold) {
        int features = groups.get(0).rows().get(0).length;
        double[] scale = scale(groups, features);
        return descend(features, scale, hold, (weights, gradient) -> {
            for (Group group : groups) {
                addRanking(group, weights, scale, gradient, groups.size());
            }
        });
    }

    /** Weights whose sum is positive for right rows: logistic regression, in which right rows and others weigh the same. */
    static double[] deciding(Group group, double hold) {
        int features = group.rows().get(0).length;
        double[] scale = scale(List.of(group), features);
        int right = 0;
        for (boolean one : group.right()) {
            right += one ? 1 : 0;
        }
        double[] shares = {0.5 / (group.right().length - right), 0.5 / right};
        return descend(features, scale, hold, (weights, gradient) -> {
            for (int i = 0; i < group.right().length; i++) {
                double[] row = group.rows().get(i);
                double off = 1 / (1 + Math.exp(-sum(weights, row, scale))) - (group.right()[i] ? 1 : 0);
                for (int j = 0; j < features; j++) {
                    gradient[j] += shares[group.right()[i] ? 1 : 0] * off * row[j] / scale[j];
                }
            }
        });
    }

    private interface Slope {
        void add(double[] weights, double[] gradient);
    }

    private static double[] descend(int features, double[] scale, double hold, Slope slope) {
        double[] weights = new double[features];
        double[] speed = new double[features];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[features];
            slope.add(weights, gradient);
            for (int j = 0; j < features; j++) {
                speed[j] = MOMENTUM * speed[j] - RATE * (gradient[j] + hold * weights[j]);
                weights[j] += speed[j];
            }
        }
        for (int j = 0; j < features; j++) {
            weights[j] /= scale[j];
        }
        return weights;
    }

    private static void addRanking(Group group, double[] weights, double[] scale, double[] gradient, int groups) {
        int rows = group.rows().size();
        double[] shares = new double[rows];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            shares[i] = sum(weights, group.rows().get(i), scale);
            most = Math.max(most, shares[i]);
        }
        double all = 0;
        double right = 0;
        for (int i = 0; i < rows; i++) {
            shares[i] = Math.exp(shares[i] - most);
            all += shares[i];
            right += group.right()[i] ? shares[i] : 0;
        }
        if (right == 0 || right == all) {
            return;
        }
        for (int i = 0; i < rows; i++) {
            double off = shares[i] / all - (group.right()[i] ? shares[i] / right : 0);
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += off * group.rows().get(i)[j] / scale[j] / groups;
            }
        }
    }

    private static double sum(double[] weights, double[] row, double[] scale) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * row[j] / scale[j];
        }
        return sum;
    }

    private static double[] scale(List<Group> groups, int features) {
        double[] squares = new double[features];
        long rows = 0;
        for (Group group : groups) {
            for (double[] row : group.rows()) {
                for (int j = 0; j < features; j++) {
                    squares[j] += row[j] * row[j];
                }
                rows++;
            }
        }
        double[] scale = new double[features];
        for (int j = 0; j < features; j++) {
            scale[j] = squares[j] == 0 ? 1 : Math.sqrt(squares[j] / rows);
        }
        return scale;
    }
}
