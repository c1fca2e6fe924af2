package dev.watchkeeper.engine.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.SampleNotices;
import dev.watchkeeper.engine.notify.channel.Delivery.Outcome;
import dev.watchkeeper.engine.notify.channel.HttpPeer.Asked;
import dev.watchkeeper.engine.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SMS against a server that checks the request as Twilio's API of 2010-04-01 describes it. */
class TwilioChannelTest {
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final Secret TOKEN = Secret.of("t0ken-of-the-account");
    private static final String NUMBER = "+4915112345678";
    private static final String TAKEN = "{\"sid\":\"SM00000000000000000000000000000001\",\"status\":\"queued\","
            + "\"account_sid\":\"" + ACCOUNT + "\",\"error_code\":null,\"num_segments\":\"1\"}";
    private static final Message MESSAGE = SampleNotices.message(SampleNotices.raised("a1", Priority.HIGH));

    private HttpPeer server;

    @BeforeEach
    void start() throws IOException {
        server = new HttpPeer().usually(201, TAKEN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMessageIsPostedAsTheApiDescribes() {
        Delivery delivery = channel("+4930123456").send(MESSAGE, List.of(NUMBER));

        assertThat(delivery.outcome()).isEqualTo(Outcome.SENT);
        assertThat(delivery.answer()).contains("SM00000000000000000000000000000001", "queued");
        assertThat(server.asked()).hasSize(1);
        Asked asked = server.asked().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json");
        assertThat(asked.fields().get("content-type")).startsWith("application/x-www-form-urlencoded");
        assertThat(asked.fields())
                .containsEntry(
                        "authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (ACCOUNT + ":" + TOKEN.reveal()).getBytes(StandardCharsets.UTF_8)));
        assertThat(asked.form())
                .containsEntry("To", NUMBER)
                .containsEntry("From", "+4930123456")
                .containsEntry("Body", "HIGH P-101: Strainer clogged. Switch to P-102. Code ABCD-EFGH")
                .hasSize(3);
    }

    @Test
    void aMessagingServiceIsNamedAsSuch() {
        String service = "MG0123456789abcdef0123456789abcdef";

        channel(service).send(MESSAGE, List.of(NUMBER));

        assertThat(server.asked().get(0).form())
                .containsEntry("MessagingServiceSid", service)
                .doesNotContainKey("From");
    }

    @Test
    void eachNumberIsOneRequest() {
        server.answer(201, TAKEN, Map.of())
                .answer(400, "{\"code\":21211,\"message\":\"Invalid 'To' Phone Number\",\"status\":400}", Map.of());

        Delivery delivery = channel("+4930123456").send(MESSAGE, List.of(NUMBER, "+4915100000000", "+4915100000001"));

        assertThat(server.asked()).hasSize(3);
        assertThat(delivery.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(delivery.reached()).containsExactly(NUMBER, "+4915100000001");
        assertThat(delivery.answer()).contains("21211", "Invalid 'To' Phone Number");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21211, REFUSED",
        "401, 20003, UNAVAILABLE",
        "404, 20404, UNAVAILABLE",
        "429, 20429, UNAVAILABLE",
        "500, 20500, UNAVAILABLE",
        "503, 20503, UNAVAILABLE"
    })
    void anErrorIsToldWithItsCodeAndAskedOnce(int status, int code, Outcome outcome) {
        server.usually(
                status,
                "{\"code\":" + code
                        + ",\"message\":\"what Twilio says\",\"more_info\":\"https://www.twilio.com/docs/errors/" + code
                        + "\",\"status\":" + status + "}");

        Delivery delivery = channel("+4930123456").send(MESSAGE, List.of(NUMBER));

        assertThat(delivery.outcome()).isEqualTo(outcome);
        assertThat(delivery.answer()).contains("HTTP " + status, Integer.toString(code), "what Twilio says");
        assertThat(delivery.reached()).isEmpty();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void anAnswerThatIsNoJsonIsToldByItsStatus() {
        server.usually(502, "<html>Bad gateway</html>");

        Delivery delivery = channel("+4930123456").send(MESSAGE, List.of(NUMBER));

        assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(delivery.answer()).contains("502");
    }

    @Test
    void aServerThatAsksToWaitIsHeard() {
        server.answer(
                429, "{\"code\":20429,\"message\":\"Too Many Requests\",\"status\":429}", Map.of("Retry-After", "7"));

        Delivery delivery = channel("+4930123456").send(MESSAGE, List.of(NUMBER));

        assertThat(delivery.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void aServerThatStaysSilentIsLeftAfterTheDeadline() {
        server.silent();
        TwilioSettings hasty = new TwilioSettings(ACCOUNT, TOKEN, "+4930123456", server.url(), Duration.ofMillis(200));

        Delivery delivery =
                new TwilioChannel(hasty, InstantSource.fixed(SampleNotices.AT)).send(MESSAGE, List.of(NUMBER));

        assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(delivery.answer()).contains("did not answer within 200 ms");
    }

    @Test
    void aServerThatIsAwayMakesTheChannelUnusable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        TwilioSettings away =
                new TwilioSettings(ACCOUNT, TOKEN, "+4930123456", "http://127.0.0.1:" + port, Duration.ofSeconds(5));

        Delivery delivery =
                new TwilioChannel(away, InstantSource.fixed(SampleNotices.AT)).send(MESSAGE, List.of(NUMBER));

        assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(delivery.answer()).contains("127.0.0.1:" + port, "cannot be reached");
    }

    @Test
    void settingsSayFieldByFieldWhatToMend() {
        TwilioSettings wrong = new TwilioSettings("me", Secret.NONE, "+", "http://sms.example.com", Duration.ZERO);

        assertThat(wrong.problems())
                .extracting(Problem::field)
                .containsExactly("account", "secret", "from", "endpoint", "deadline");
        assertThat(settings("+4930123456").problems()).isEmpty();
        assertThat(settings("Pumps").problems()).isEmpty();
        assertThat(settings("+4930123456").toString()).doesNotContain(TOKEN.reveal());
        assertThat(wrong.addressProblems("0151 12345678")).isNotEmpty();
    }

    private TwilioSettings settings(String from) {
        return new TwilioSettings(ACCOUNT, TOKEN, from, server.url(), Duration.ofSeconds(20));
    }

    private TwilioChannel channel(String from) {
        return new TwilioChannel(settings(from), InstantSource.fixed(SampleNotices.AT));
    }
}
