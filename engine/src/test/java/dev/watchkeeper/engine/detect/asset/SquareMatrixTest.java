package dev.watchkeeper.engine.detect.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquareMatrixTest {
    @Test
    void aMatrixTimesItsInverseIsTheIdentity() {
        double[] matrix = {4, 1, -2, 1, 3, 0.5, -2, 0.5, 5};

        double[] inverse = SquareMatrix.inverse(matrix, 3);

        double[] identity = SquareMatrix.identity(3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int k = 0; k < 3; k++) {
                    product += matrix[3 * i + k] * inverse[3 * k + j];
                }
                assertThat(product).isCloseTo(identity[3 * i + j], within(1e-12));
            }
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertThatThrownBy(() -> SquareMatrix.inverse(new double[] {1, 2, 2, 1}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("row 1");
    }
}
