package dev.watchkeeper.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueScaleTest {
    @Test
    void marksAreRoundAndInside() {
        ValueScale scale = ValueScale.around(51.3, 66.8, 4);

        assertThat(labels(scale)).containsExactly("55", "60", "65");
        assertThat(scale.share(51.3)).isBetween(0.0, 0.1);
        assertThat(scale.share(66.8)).isBetween(0.9, 1.0);
    }

    @Test
    void labelsHaveTheDecimalsThatTheStepNeeds() {
        assertThat(labels(ValueScale.around(0.012, 0.019, 3))).containsExactly("0.012", "0.014", "0.016", "0.018");
        assertThat(labels(ValueScale.around(-0.4, 0.4, 3))).containsExactly("−0.4", "−0.2", "0.0", "0.2", "0.4");
    }

    @Test
    void aValueThatNeverChangesStandsInTheMiddle() {
        assertThat(ValueScale.around(4.35, 4.35, 3).share(4.35))
                .isCloseTo(0.5, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(ValueScale.around(0, 0, 3).share(0)).isEqualTo(0.5);
    }

    @Test
    void withoutValuesThereIsStillAScale() {
        ValueScale scale = ValueScale.around(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 3);

        assertThat(scale.share(0)).isZero();
        assertThat(scale.share(1)).isEqualTo(1);
    }

    private static List<String> labels(ValueScale scale) {
        return IntStream.range(0, scale.marks()).mapToObj(scale::label).toList();
    }
}
