package dev.watchkeeper.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.signal.Guidance;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlarmPolicyTest {
    private static final AlarmPolicy TWO_A_DAY = new AlarmPolicy(2, false, Duration.ofMinutes(30));

    @Test
    void alarmsOfNormalOperationAreLowMediumAndHighAsTheStandardAsks() {
        Random random = new Random(7);

        List<Priority> priorities = Stream.generate(() -> priority(2 * random.nextDouble(), Duration.ofMinutes(5)))
                .limit(20_000)
                .toList();

        assertThat(share(priorities, Priority.LOW)).isCloseTo(0.80, within(0.01));
        assertThat(share(priorities, Priority.MEDIUM)).isCloseTo(0.15, within(0.01));
        assertThat(share(priorities, Priority.HIGH)).isCloseTo(0.05, within(0.01));
    }

    @Test
    void muchTimeToRespondLowersThePriority() {
        assertThat(priority(0.001, Duration.ofHours(1))).isEqualTo(Priority.HIGH);
        assertThat(priority(0.001, Duration.ofHours(2))).isEqualTo(Priority.MEDIUM);
        assertThat(priority(0.001, Duration.ofHours(9))).isEqualTo(Priority.LOW);
    }

    @Test
    void aDetectionOfUnknownRarityIsLow() {
        assertThat(priority(Double.NaN, Duration.ofMinutes(5))).isEqualTo(Priority.LOW);
        assertThat(priority(Double.POSITIVE_INFINITY, Duration.ofMinutes(5))).isEqualTo(Priority.LOW);
    }

    @Test
    void aRateThatIsNotPositiveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlarmPolicy(0, false, Duration.ofMinutes(30)))
                .withMessageContaining("0.0");
    }

    private static double share(List<Priority> priorities, Priority wanted) {
        return Collections.frequency(priorities, wanted) / (double) priorities.size();
    }

    private static Priority priority(double falseAlarmsPerDay, Duration timeToRespond) {
        return TWO_A_DAY.priority(
                new Episode(Instant.EPOCH).message(Phase.OPENED, 0, 0.9, falseAlarmsPerDay),
                new Guidance("cause", "consequence", "action", timeToRespond));
    }
}
