package dev.watchkeeper.engine.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.AckOffer;
import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.NoticeText;
import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.SampleNotices;
import dev.watchkeeper.engine.notify.channel.Delivery.Outcome;
import dev.watchkeeper.engine.notify.channel.HttpPeer.Asked;
import dev.watchkeeper.engine.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookChannelTest {
    private static final Secret KEY = Secret.of("a-key-that-both-sides-know");
    private static final Message MESSAGE = new NoticeText(ZoneOffset.UTC)
            .message(
                    "a1@hook/ops",
                    SampleNotices.raised("a1", Priority.HIGH),
                    new AckOffer("ABCD-EFGH", URI.create("https://watch.example.com/ack?code=ABCD-EFGH")));

    private HttpPeer server;

    @BeforeEach
    void start() throws IOException {
        server = new HttpPeer().usually(200, "thanks");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMessageIsPostedAsJson() throws Exception {
        Delivery delivery = channel().send(MESSAGE, List.of(""));

        assertThat(delivery.outcome()).isEqualTo(Outcome.SENT);
        assertThat(delivery.answer()).isEqualTo("HTTP 200 thanks");
        Asked asked = server.asked().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/alarms");
        assertThat(asked.fields())
                .containsEntry("content-type", "application/json")
                .containsEntry("watchkeeper-id", "a1@hook/ops");
        JsonNode body = new ObjectMapper().readTree(asked.bytes());
        assertThat(body.get("kind").asText()).isEqualTo("ALARM_RAISED");
        assertThat(body.get("priority").asText()).isEqualTo("HIGH");
        assertThat(body.get("asset").asText()).isEqualTo("P-101");
        assertThat(body.get("since").asText()).isEqualTo("2026-03-01T03:00:00Z");
        assertThat(body.get("cause").asText()).isEqualTo("Strainer clogged");
        assertThat(body.get("action").asText()).isEqualTo("Switch to P-102");
        assertThat(body.get("acknowledgeCode").asText()).isEqualTo("ABCD-EFGH");
        assertThat(body.get("acknowledgeLink").asText()).startsWith("https://watch.example.com/ack");
    }

    @Test
    void theSignatureIsThatOfTimestampAndBody() throws Exception {
        channel().send(MESSAGE, List.of(""));

        Asked asked = server.asked().get(0);
        String timestamp = asked.field("watchkeeper-timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((timestamp + "." + asked.body()).getBytes(StandardCharsets.UTF_8));
        String expected = "v1=" + HexFormat.of().formatHex(mac.doFinal());
        assertThat(timestamp).isEqualTo(Long.toString(SampleNotices.AT.getEpochSecond()));
        assertThat(asked.fields()).containsEntry("watchkeeper-signature", expected);
        assertThat(WebhookSignature.verifies(expected, KEY, timestamp, asked.bytes()))
                .isTrue();
        assertThat(WebhookSignature.verifies(expected, KEY, timestamp + "0", asked.bytes()))
                .isFalse();
        assertThat(WebhookSignature.verifies(expected, Secret.of("another key"), timestamp, asked.bytes()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "204, SENT",
        "301, UNAVAILABLE",
        "400, REFUSED",
        "401, UNAVAILABLE",
        "404, UNAVAILABLE",
        "408, UNAVAILABLE",
        "413, REFUSED",
        "429, UNAVAILABLE",
        "500, UNAVAILABLE"
    })
    void theStatusDecides(int status, Outcome outcome) {
        server.answer(status, "", Map.of());

        Delivery delivery = channel().send(MESSAGE, List.of(""));

        assertThat(delivery.outcome()).isEqualTo(outcome);
        assertThat(delivery.answer()).contains("HTTP " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"30|PT30S", "Sun, 01 Mar 2026 03:00:12 GMT|PT10S", "999999|PT1H"})
    void aServerThatAsksToWaitIsHeard(String field, Duration wait) {
        server.answer(503, "", Map.of("Retry-After", field));

        assertThat(channel().send(MESSAGE, List.of("")).retryAfter()).contains(wait);
    }

    @Test
    void anAnswerThatRepeatsTheKeyIsMasked() {
        server.answer(400, "your key " + KEY.reveal() + "\r\nis odd", Map.of());

        assertThat(channel().send(MESSAGE, List.of("")).answer()).isEqualTo("HTTP 400 your key •••••• is odd");
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() {
        server.answer(200, "x".repeat(1_000_000), Map.of());

        Delivery delivery = channel().send(MESSAGE, List.of(""));

        assertThat(delivery.outcome()).isEqualTo(Outcome.SENT);
        assertThat(delivery.answer()).hasSizeLessThan(1_100);
    }

    @Test
    void aServerThatStaysSilentIsLeftAfterTheDeadline() {
        server.silent();
        WebhookSettings hasty = new WebhookSettings(server.url() + "/alarms", KEY, Duration.ofMillis(200));

        Delivery delivery = new WebhookChannel(hasty, InstantSource.fixed(SampleNotices.AT)).send(MESSAGE, List.of(""));

        assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(delivery.answer()).contains("did not answer within 200 ms");
    }

    @Test
    void settingsSayFieldByFieldWhatToMend() {
        assertThat(new WebhookSettings("", Secret.of("short"), Duration.ZERO).problems())
                .extracting(Problem::field)
                .containsExactly("url", "secret", "deadline");
        assertThat(new WebhookSettings("http://hooks.example.com", KEY, Duration.ofSeconds(1)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.advice()).startsWith("Use https"));
        assertThat(new WebhookSettings("https://u:p@hooks.example.com", KEY, Duration.ofSeconds(1)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("url"));
    }

    private WebhookChannel channel() {
        return new WebhookChannel(
                new WebhookSettings(server.url() + "/alarms", KEY, Duration.ofSeconds(20)),
                InstantSource.fixed(SampleNotices.AT));
    }
}
