package dev.watchkeeper.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.drift.DistributionDistance;
import dev.watchkeeper.engine.drift.DriftDirection;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.drift.FeatureLevel;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftCodecTest {
    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_001L);
    private static final DriftReport REPORT = new DriftReport(
            SensorId.of("E-201", "differential-pressure"),
            TimeSpan.before(AT, Duration.ofHours(1)),
            TimeSpan.before(AT.minusSeconds(7_200), Duration.ofDays(3)),
            List.of(
                    new FeatureDrift(
                            DriftFeature.MEAN,
                            new FeatureLevel(0.6, 0.0125),
                            new FeatureLevel(0.75, 0.025),
                            new DriftStatistic(4.5, 0.25),
                            new DriftStatistic(2.5, 0.5),
                            new DistributionDistance(
                                    DistributionDistance.Kind.WASSERSTEIN, new DriftStatistic(4.25, 0.75), Double.NaN),
                            DriftDirection.ROSE,
                            4.5,
                            DriftStage.DRIFTING,
                            AT.minusSeconds(1_800)),
                    new FeatureDrift(
                            DriftFeature.KURTOSIS,
                            new FeatureLevel(3, 0.5),
                            FeatureLevel.UNKNOWN,
                            DriftStatistic.NONE,
                            DriftStatistic.NONE,
                            new DistributionDistance(
                                    DistributionDistance.Kind.KOLMOGOROV_SMIRNOV, new DriftStatistic(0.125, 0.5), 0.25),
                            DriftDirection.UNMOVED,
                            Double.NaN,
                            DriftStage.STEADY,
                            null)));

    @Test
    void readsTheBytesOfVersionOne() throws WireException {
        assertThat(DriftCodec.decode(Fixture.bytes("drift.json"))).isEqualTo(REPORT);
    }

    @Test
    void readsWhatItWrote() throws WireException {
        assertThat(DriftCodec.decode(DriftCodec.encode(REPORT))).isEqualTo(REPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"mean\"", "\"drifting\"", "\"rose\"", "\"wasserstein\""})
    void refusesAWordThatItDoesNotKnow(String word) {
        String json = new String(Fixture.bytes("drift.json"), UTF_8).replace(word, "\"other\"");

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> DriftCodec.decode(json.getBytes(UTF_8)))
                .matches(e -> e.reason() == RejectionReason.WRONG_VALUE);
    }

    @Test
    void refusesAFeatureThatDriftsSinceNoTime() {
        String json = new String(Fixture.bytes("drift.json"), UTF_8).replace("\"since\"", "\"other\"");

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> DriftCodec.decode(json.getBytes(UTF_8)))
                .matches(e -> e.reason() == RejectionReason.WRONG_VALUE);
    }

    @Test
    void namesTheFieldThatIsWrongWithItsPlace() {
        String json = new String(Fixture.bytes("drift.json"), UTF_8).replace("\"psi\":2.5", "\"psi\":\"x\"");

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> DriftCodec.decode(json.getBytes(UTF_8)))
                .withMessage("Field features[0].psi is not a number.");
    }
}
