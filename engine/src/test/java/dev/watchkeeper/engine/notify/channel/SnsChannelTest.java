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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amazon SNS against a server that checks the request as the Query API of 2010-03-31 and Signature Version 4 describe it. */
class SnsChannelTest {
    private static final String REGION = "eu-central-1";
    private static final String KEY_ID = "AKIAEXAMPLE00000000X";
    private static final Secret KEY = Secret.of("s3cret/access+key");
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:alarms";
    private static final String TAKEN = "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">"
            + "<PublishResult><MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult>"
            + "<ResponseMetadata><RequestId>d74b8436-ae13-5ab4-a9ff-ce54dfea72a0</RequestId></ResponseMetadata>"
            + "</PublishResponse>";
    private static final Message MESSAGE = SampleNotices.message(SampleNotices.raised("a1", Priority.HIGH));

    private HttpPeer server;
    private SnsChannel channel;

    @BeforeEach
    void start() throws IOException {
        server = new HttpPeer().usually(200, TAKEN);
        channel = new SnsChannel(settings(server.url(), Duration.ofSeconds(30)));
    }

    @AfterEach
    void stop() {
        channel.close();
        server.close();
    }

    @Test
    void aMessageToATopicIsPublishedAsTheApiDescribes() {
        Delivery delivery = channel.send(MESSAGE, List.of(TOPIC));

        assertThat(delivery.outcome()).isEqualTo(Outcome.SENT);
        assertThat(delivery.answer()).contains("567910cd-659e-55d4-8ccb-5aaf14679dc0");
        assertThat(server.asked()).hasSize(1);
        Asked asked = server.asked().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/");
        assertThat(asked.fields().get("content-type")).startsWith("application/x-www-form-urlencoded");
        assertThat(asked.form())
                .containsEntry("Action", "Publish")
                .containsEntry("Version", "2010-03-31")
                .containsEntry("TopicArn", TOPIC)
                .containsEntry("Message", MESSAGE.text())
                .containsEntry("Subject", MESSAGE.subject())
                .containsValue("priority")
                .containsValue("HIGH")
                .doesNotContainKey("PhoneNumber");
    }

    @Test
    void theRequestIsSignedForRegionAndService() {
        channel.send(MESSAGE, List.of(TOPIC));

        Asked asked = server.asked().get(0);
        assertThat(asked.fields()).containsKeys("x-amz-date", "host");
        assertThat(SigV4.signed(asked, KEY_ID, KEY.reveal(), REGION, "sns")).isTrue();
        assertThat(SigV4.signed(asked, KEY_ID, "another key", REGION, "sns")).isFalse();
        assertThat(asked.body()).doesNotContain(KEY.reveal());
    }

    @Test
    void aTelephoneGetsTheShortText() {
        channel.send(MESSAGE, List.of("+4915112345678"));

        assertThat(server.asked().get(0).form())
                .containsEntry("PhoneNumber", "+4915112345678")
                .containsEntry("Message", MESSAGE.shortText())
                .doesNotContainKey("TopicArn")
                .doesNotContainKey("Subject");
    }

    @Test
    void aFifoTopicCanTellASecondCopy() {
        channel.send(MESSAGE, List.of(TOPIC + ".fifo"));
        channel.send(MESSAGE, List.of(TOPIC + ".fifo"));

        String first = server.asked().get(0).form().get("MessageDeduplicationId");
        assertThat(first).isNotBlank().isEqualTo(server.asked().get(1).form().get("MessageDeduplicationId"));
        assertThat(server.asked().get(0).form()).containsEntry("MessageGroupId", "P-101");
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidParameter, REFUSED",
        "400, Throttling, UNAVAILABLE",
        "403, AuthorizationError, UNAVAILABLE",
        "403, SignatureDoesNotMatch, UNAVAILABLE",
        "404, NotFound, DEFERRED",
        "429, Throttled, UNAVAILABLE",
        "500, InternalError, UNAVAILABLE",
        "503, ServiceUnavailable, UNAVAILABLE"
    })
    void anErrorIsToldWithItsCodeAndAskedOnce(int status, String code, Outcome outcome) {
        server.usually(
                status,
                "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>"
                        + code
                        + "</Code><Message>what SNS says</Message></Error><RequestId>1</RequestId></ErrorResponse>");

        Delivery delivery = channel.send(MESSAGE, List.of(TOPIC));

        assertThat(delivery.outcome()).isEqualTo(outcome);
        assertThat(delivery.answer()).contains("HTTP " + status, code, "what SNS says");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aServerThatStaysSilentIsLeftAfterTheDeadline() {
        server.silent();
        try (SnsChannel hasty = new SnsChannel(settings(server.url(), Duration.ofMillis(500)))) {
            Delivery delivery = hasty.send(MESSAGE, List.of(TOPIC));

            assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(delivery.answer()).contains("cannot be used");
        }
    }

    @Test
    void aServerThatIsAwayMakesTheChannelUnusable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (SnsChannel away = new SnsChannel(settings("http://127.0.0.1:" + port, Duration.ofSeconds(5)))) {
            assertThat(away.send(MESSAGE, List.of(TOPIC)).outcome()).isEqualTo(Outcome.UNAVAILABLE);
        }
    }

    @Test
    void settingsSayFieldByFieldWhatToMend() {
        SnsSettings wrong = new SnsSettings("Frankfurt", "short", Secret.NONE, "ftp://x", Duration.ZERO);

        assertThat(wrong.problems())
                .extracting(Problem::field)
                .containsExactly("region", "accessKeyId", "secret", "endpoint", "deadline");
        assertThat(new SnsSettings(REGION, "", Secret.NONE, "", Duration.ofSeconds(5)).problems())
                .isEmpty();
        assertThat(settings("", Duration.ofSeconds(5)).toString()).doesNotContain(KEY.reveal());
        assertThat(wrong.addressProblems("arn:aws:s3:::bucket")).isNotEmpty();
    }

    private static SnsSettings settings(String endpoint, Duration deadline) {
        return new SnsSettings(REGION, KEY_ID, KEY, endpoint, deadline);
    }
}
