package dev.watchkeeper.engine.detect.asset;

/** Small square matrices, row by row in one array. */
final class SquareMatrix {
    private SquareMatrix() {}

    static double[] identity(int size) {
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            matrix[i * size + i] = 1;
        }
        return matrix;
    }

    /**
     * The inverse, by Cholesky factors.
     *
     * @param matrix symmetric
     * @throws ArithmeticException when the matrix is not positive definite
     */
    static double[] inverse(double[] matrix, int size) {
        double[] lower = cholesky(matrix, size);
        double[] inverse = new double[size * size];
        double[] column = new double[size];
        for (int unit = 0; unit < size; unit++) {
            for (int i = 0; i < size; i++) {
                double sum = i == unit ? 1 : 0;
                for (int k = 0; k < i; k++) {
                    sum -= lower[i * size + k] * column[k];
                }
                column[i] = sum / lower[i * size + i];
            }
            for (int i = size - 1; i >= 0; i--) {
                double sum = column[i];
                for (int k = i + 1; k < size; k++) {
                    sum -= lower[k * size + i] * column[k];
                }
                column[i] = sum / lower[i * size + i];
                inverse[i * size + unit] = column[i];
            }
        }
        return inverse;
    }

    private static double[] cholesky(double[] matrix, int size) {
        double[] lower = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i * size + j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * size + k] * lower[j * size + k];
                }
                if (i != j) {
                    lower[i * size + j] = sum / lower[j * size + j];
                } else if (sum > 0) {
                    lower[i * size + i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("matrix is not positive definite at row " + i);
                }
            }
        }
        return lower;
    }
}
