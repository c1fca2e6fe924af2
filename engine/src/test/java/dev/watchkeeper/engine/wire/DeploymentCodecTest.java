package dev.watchkeeper.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.RateCheck;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.model.deploy.Refused;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowEpisode;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.model.deploy.SpeechTally;
import dev.watchkeeper.engine.model.deploy.SubjectComparison;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentCodecTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final Instant NOW = Instant.ofEpochMilli(1_780_000_000_123L);
    private static final Takeover TAKEOVER = new Takeover(PUMP, Role.CHALLENGER, 3, NOW);
    private static final Refused REFUSED = new Refused(PUMP, Role.CHAMPION, 4, "It cannot be restored.", NOW);
    private static final ShadowReport REPORT = report(1);

    @Test
    void readsTheBytesOfVersionOne() throws WireException {
        assertThat(DeploymentCodec.decode(Fixture.bytes("takeover.json"))).isEqualTo(TAKEOVER);
        assertThat(DeploymentCodec.decode(Fixture.bytes("refused.json"))).isEqualTo(REFUSED);
        assertThat(DeploymentCodec.decode(Fixture.bytes("shadow.json"))).isEqualTo(REPORT);
    }

    @Test
    void writesTheBytesOfVersionOne() {
        assertThat(DeploymentCodec.encode(TAKEOVER)).isEqualTo(Fixture.bytes("takeover.json"));
        assertThat(DeploymentCodec.encode(REFUSED)).isEqualTo(Fixture.bytes("refused.json"));
        assertThat(DeploymentCodec.encode(REPORT)).isEqualTo(Fixture.bytes("shadow.json"));
    }

    @Test
    void newsOfOneAssetAndKindHaveOneKey() {
        List<DeploymentNews> news = List.of(TAKEOVER, new Takeover(PUMP, Role.CHAMPION, 3, NOW), REFUSED, REPORT);

        assertThat(news)
                .extracting(DeploymentCodec::key)
                .containsExactly(
                        "P-101/takeover/challenger",
                        "P-101/takeover/champion",
                        "P-101/refused/champion",
                        "P-101/shadow");
    }

    @Test
    void theReportOfAThousandSensorsIsNoLargerThanABrokerTakes() throws WireException {
        byte[] bytes = DeploymentCodec.encode(report(1_000));

        assertThat(bytes).hasSizeLessThan(Json.LARGEST);
        assertThat(DeploymentCodec.decode(bytes)).isEqualTo(report(1_000));
    }

    @Test
    void refusesWhatIsOfAnotherKind() {
        byte[] other = "{\"v\":1,\"kind\":\"run\",\"asset\":\"P-101\"}".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> DeploymentCodec.decode(other))
                .matches(e -> e.reason() == RejectionReason.WRONG_VALUE);
    }

    private static ShadowReport report(int sensors) {
        SpeechTally tally = new SpeechTally(
                86_400,
                12,
                List.of(new RateCheck(0.7, 1), new RateCheck(7, 6), new RateCheck(70, 55), new RateCheck(700, 612)));
        return new ShadowReport(
                PUMP,
                0,
                3,
                new TimeSpan(NOW.minusSeconds(86_400), NOW),
                86_400,
                Collections.nCopies(
                        sensors,
                        new SubjectComparison(
                                PartKind.NOVELTY, new SensorId(PUMP, "discharge pressure"), tally, tally)),
                List.of(
                        new ShadowEpisode(Role.CHAMPION, new SensorId(PUMP, "flow"), NOW.minusSeconds(90), NOW, 0.75),
                        new ShadowEpisode(
                                Role.CHALLENGER, new SensorId(PUMP, "flow"), NOW.minusSeconds(80), null, 0.875)));
    }
}
