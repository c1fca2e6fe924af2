package dev.watchkeeper.engine.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.SampleNotices;
import dev.watchkeeper.engine.notify.channel.Delivery.Outcome;
import dev.watchkeeper.engine.notify.channel.EmailSettings.Security;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.testing.TestTls;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail against GreenMail, and against a scripted server for what GreenMail cannot do: STARTTLS, greylisting, silence. */
class EmailChannelTest {
    private static final String USER = "watch";
    private static final Secret PASSWORD = Secret.of("p4ss-of-the-mail-server");
    private static final Message MESSAGE = SampleNotices.message(SampleNotices.raised("a1", Priority.HIGH));

    @TempDir
    private static Path directory;

    private static TestTls tls;

    @BeforeAll
    static void makeACertificate() {
        tls = TestTls.in(directory);
        // GreenMail looks here, once, when it first serves with TLS.
        System.setProperty("greenmail.tls.keystore.file", tls.keyStoreFile().toString());
        System.setProperty("greenmail.tls.keystore.password", TestTls.PASSWORD);
    }

    @Test
    void aMessageArrivesOverTlsWithItsWords() throws Exception {
        GreenMail server = greenMail();
        try {
            Delivery delivery = channel(server.getSmtps().getPort(), Security.TLS, USER, PASSWORD)
                    .send(MESSAGE, List.of("ada@example.com"));

            assertThat(delivery.outcome()).isEqualTo(Outcome.SENT);
            assertThat(delivery.answer()).startsWith("250");
            assertThat(delivery.reached()).containsExactly("ada@example.com");
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject())
                    .isEqualTo("[HIGH] Alarm: Discharge pressure of Feed pump left its usual pattern");
            assertThat(mail.getFrom()[0]).hasToString("Watchkeeper <watch@example.com>");
            assertThat(mail.getContent().toString())
                    .contains(
                            "Where: P-101",
                            "Since: 2026-03-01 03:00:00 Z",
                            "How bad: priority HIGH, score 0.93 of 1",
                            "Probable cause: Strainer clogged",
                            "What to do: Switch to P-102",
                            "ABCD-EFGH");
        } finally {
            server.stop();
        }
    }

    @Test
    void severalRecipientsGetOneMessage() throws Exception {
        GreenMail server = greenMail();
        try {
            Delivery delivery = channel(server.getSmtps().getPort(), Security.TLS, USER, PASSWORD)
                    .send(MESSAGE, List.of("ada@example.com", "Bob <bob@example.com>"));

            assertThat(delivery.reached()).containsExactly("ada@example.com", "Bob <bob@example.com>");
            assertThat(server.getReceivedMessages()).hasSize(2);
            assertThat(GreenMailUtil.getHeaders(server.getReceivedMessages()[0]))
                    .contains("ada@example.com", "bob@example.com");
        } finally {
            server.stop();
        }
    }

    @Test
    void aSecondTryCarriesTheSameMessageId() throws Exception {
        GreenMail server = greenMail();
        try {
            EmailChannel channel = channel(server.getSmtps().getPort(), Security.TLS, USER, PASSWORD);

            channel.send(MESSAGE, List.of("ada@example.com"));
            channel.send(MESSAGE, List.of("ada@example.com"));

            MimeMessage[] mails = server.getReceivedMessages();
            assertThat(mails).hasSize(2);
            assertThat(mails[0].getMessageID())
                    .isEqualTo(mails[1].getMessageID())
                    .endsWith("@example.com>");
        } finally {
            server.stop();
        }
    }

    @Test
    void aWrongPasswordMakesTheChannelUnusableAndIsNotRepeatedInTheAnswer() {
        GreenMail server = greenMail();
        try {
            Secret wrong = Secret.of("not-the-password");

            Delivery delivery = channel(server.getSmtps().getPort(), Security.TLS, USER, wrong)
                    .send(MESSAGE, List.of("ada@example.com"));

            assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(delivery.answer())
                    .contains("refuses user or password", "535", "Check both")
                    .doesNotContain(wrong.reveal());
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerWhoseCertificateIsNotTrustedGetsNothing() {
        GreenMail server = greenMail();
        try {
            EmailSettings settings = settings(server.getSmtps().getPort(), Security.TLS, USER, PASSWORD);

            Delivery delivery = new EmailChannel(settings, (SSLSocketFactory) SSLSocketFactory.getDefault())
                    .send(MESSAGE, List.of("ada@example.com"));

            assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(delivery.answer()).contains("TLS", "certificate");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void withStarttlsPasswordAndMessageTravelEncrypted() throws Exception {
        try (SmtpPeer server = new SmtpPeer(tls)) {
            Delivery delivery = channel(server.port(), Security.STARTTLS_REQUIRED, USER, PASSWORD)
                    .send(MESSAGE, List.of("ada@example.com"));

            assertThat(delivery.outcome()).isEqualTo(Outcome.SENT);
            assertThat(delivery.answer()).isEqualTo("250 2.0.0 queued as 1");
            assertThat(server.commands()).anyMatch(line -> line.startsWith("(TLS) AUTH"));
            assertThat(server.commands())
                    .filteredOn(line -> !line.startsWith("(TLS)"))
                    .allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
        }
    }

    @Test
    void aServerWithoutTheRequiredStarttlsGetsNeitherPasswordNorMessage() throws Exception {
        try (SmtpPeer server = new SmtpPeer(null)) {
            Delivery delivery = channel(server.port(), Security.STARTTLS_REQUIRED, USER, PASSWORD)
                    .send(MESSAGE, List.of("ada@example.com"));

            assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(delivery.answer()).contains("STARTTLS");
            assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void optionalStarttlsIsUsedWhereOfferedAndDoneWithoutWhereNot() throws Exception {
        try (SmtpPeer with = new SmtpPeer(tls);
                SmtpPeer without = new SmtpPeer(null)) {
            channel(with.port(), Security.STARTTLS_OPTIONAL, "", Secret.NONE).send(MESSAGE, List.of("ada@example.com"));
            channel(without.port(), Security.STARTTLS_OPTIONAL, "", Secret.NONE)
                    .send(MESSAGE, List.of("ada@example.com"));

            assertThat(with.commands()).anyMatch(line -> line.startsWith("(TLS) MAIL"));
            assertThat(without.commands()).anyMatch(line -> line.startsWith("MAIL"));
            assertThat(with.mails()).hasSize(1);
            assertThat(without.mails()).hasSize(1);
        }
    }

    @Test
    void greylistingDefersTheMessageAndTheNextTryPasses() throws Exception {
        try (SmtpPeer server = new SmtpPeer(null).answer("RCPT", "451 4.7.1 greylisted, come back later")) {
            EmailChannel channel = channel(server.port(), Security.NONE, "", Secret.NONE);

            Delivery first = channel.send(MESSAGE, List.of("ada@example.com"));
            Delivery second = channel.send(MESSAGE, List.of("ada@example.com"));

            assertThat(first.outcome()).isEqualTo(Outcome.DEFERRED);
            assertThat(first.answer()).contains("451 4.7.1 greylisted");
            assertThat(second.outcome()).isEqualTo(Outcome.SENT);
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void anAddressThatIsRefusedKeepsNobodyElseFromTheMessage() throws Exception {
        try (SmtpPeer server = new SmtpPeer(null).answer("RCPT TO:<BOB", "550 5.1.1 no such user")) {
            Delivery delivery = channel(server.port(), Security.NONE, "", Secret.NONE)
                    .send(MESSAGE, List.of("ada@example.com", "bob@example.com"));

            assertThat(delivery.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(delivery.reached()).containsExactly("ada@example.com");
            assertThat(delivery.answer()).contains("550 5.1.1 no such user");
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void aRefusalOfTheMessageIsForGood() throws Exception {
        try (SmtpPeer server = new SmtpPeer(null).answer(".", "554 5.7.1 looks like spam")) {
            Delivery delivery =
                    channel(server.port(), Security.NONE, "", Secret.NONE).send(MESSAGE, List.of("ada@example.com"));

            assertThat(delivery.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(delivery.answer()).contains("554 5.7.1 looks like spam");
        }
    }

    @Test
    void aServerThatClosesMakesTheChannelUnusable() throws Exception {
        try (SmtpPeer server = new SmtpPeer(null).answer("MAIL", "421 4.3.2 going down")) {
            Delivery delivery =
                    channel(server.port(), Security.NONE, "", Secret.NONE).send(MESSAGE, List.of("ada@example.com"));

            assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(delivery.answer()).contains("421 4.3.2 going down");
        }
    }

    @Test
    void aServerThatIsAwayMakesTheChannelUnusable() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        Delivery delivery = channel(port, Security.NONE, "", Secret.NONE).send(MESSAGE, List.of("ada@example.com"));

        assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(delivery.answer()).contains("127.0.0.1:" + port, "cannot be reached");
    }

    @Test
    void aServerThatStaysSilentIsLeftAfterTheDeadline() throws IOException {
        try (SmtpPeer server = new SmtpPeer(null).silentAt("RCPT")) {
            EmailSettings settings = new EmailSettings(
                    "127.0.0.1",
                    server.port(),
                    Security.NONE,
                    "watch@example.com",
                    "",
                    Secret.NONE,
                    Duration.ofMillis(300));
            long start = System.nanoTime();

            Delivery delivery = new EmailChannel(settings, tls.context().getSocketFactory())
                    .send(MESSAGE, List.of("ada@example.com"));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(delivery.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(delivery.answer()).contains("did not answer within 300 ms");
        }
    }

    @Test
    void noTextCanAddALineToTheHead() throws Exception {
        Message evil = SampleNotices.message(
                SampleNotices.raised("a2", Priority.LOW, "Pump\r\nBcc: eve@example.com\r\n\r\nHello"));
        try (SmtpPeer server = new SmtpPeer(null)) {
            channel(server.port(), Security.NONE, "", Secret.NONE).send(evil, List.of("ada@example.com"));

            assertThat(server.mails().get(0)).doesNotContain("\nBcc:");
            assertThat(server.commands())
                    .filteredOn(line -> line.startsWith("RCPT"))
                    .hasSize(1);
        }
        assertThat(EmailSettings.EMPTY.addressProblems("ada@example.com\r\nBcc: eve@example.com"))
                .isNotEmpty();
    }

    @Test
    void settingsSayFieldByFieldWhatToMend() {
        EmailSettings wrong =
                new EmailSettings("mail server", 0, Security.NONE, "nobody", "ada", Secret.NONE, Duration.ofHours(1));

        assertThat(wrong.problems())
                .extracting(Problem::field)
                .containsExactly("host", "port", "from", "secret", "security", "deadline");
        assertThat(settings(587, Security.TLS, USER, PASSWORD).problems()).isEmpty();
        assertThat(settings(587, Security.TLS, USER, PASSWORD).toString()).doesNotContain(PASSWORD.reveal());
    }

    private static GreenMail greenMail() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS))
                .withConfiguration(GreenMailConfiguration.aConfig().withUser(USER, PASSWORD.reveal()));
        server.start();
        return server;
    }

    private static EmailChannel channel(int port, Security security, String user, Secret password) {
        return new EmailChannel(
                settings(port, security, user, password), tls.context().getSocketFactory());
    }

    private static EmailSettings settings(int port, Security security, String user, Secret password) {
        return new EmailSettings(
                "127.0.0.1", port, security, "Watchkeeper <watch@example.com>", user, password, Duration.ofSeconds(20));
    }
}
