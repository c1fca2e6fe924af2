package dev.watchkeeper.engine.model.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MlflowCheckTest {
    private final MlflowServer server = new MlflowServer();

    @AfterEach
    void end() {
        server.close();
        assertThat(server.violations).isEmpty();
    }

    @Test
    void aServerThatWorksTellsItsVersion() {
        assertThat(MlflowTracking.test(settings(server.uri())))
                .isEqualTo(new MlflowCheck.Outcome(true, "MLflow 2.17.2 answers at " + server.uri() + "."));
    }

    @Test
    void aSlashAtTheEndOfTheAddressDoesNoHarm() {
        assertThat(MlflowTracking.test(settings(URI.create(server.uri() + "/"))).works())
                .isTrue();
    }

    @Test
    void anUnknownHostIsNamed() {
        assertTrouble(URI.create("http://nowhere.invalid:5000"), "No computer is called nowhere.invalid");
    }

    @Test
    void aServerThatDoesNotRunIsNamed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertTrouble(URI.create("http://127.0.0.1:" + free), "Nothing answers at http://127.0.0.1:" + free);
    }

    @Test
    void aWrongSecretIsTold() {
        server.askFor("Bearer right");

        assertTrouble(server.uri(), "does not accept the user or token (401)");
    }

    @Test
    void aServerOfAnotherKindIsTold() {
        server.mishaps(endpoint -> Mishaps.status(404, "<h1>Not Found</h1>"));

        assertTrouble(server.uri(), "is not MLflow (404)");
    }

    @Test
    void aPageInPlaceOfAnAnswerIsTold() {
        server.mishaps(endpoint -> Mishaps.status(200, "<html>Log in</html>"));

        assertTrouble(server.uri(), "does not speak MLflow's language");
    }

    @Test
    void aServerThatSpeaksNoTlsIsTold() throws IOException, InterruptedException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread plain = new Thread(() -> answerInPlainText(socket), "plain-server");
            plain.start();

            assertTrouble(URI.create("https://127.0.0.1:" + socket.getLocalPort()), "could not be secured");
            plain.join();
        }
    }

    private static void answerInPlainText(ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.getInputStream().read(new byte[4096]);
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aServerThatIsTooSlowIsTold() {
        CountDownLatch late = new CountDownLatch(1);
        server.mishaps(endpoint -> Mishaps.lateAt(late));

        assertTrouble(server.uri(), "gave no answer within 3 s");
        late.countDown();
    }

    private static void assertTrouble(URI uri, String sentence) {
        MlflowCheck.Outcome outcome = MlflowTracking.test(settings(uri));

        assertThat(outcome.works()).isFalse();
        assertThat(outcome.sentence()).contains(sentence);
    }

    private static MlflowSettings settings(URI uri) {
        return new MlflowSettings(uri, "", "", "", "", Duration.ofSeconds(3));
    }
}
