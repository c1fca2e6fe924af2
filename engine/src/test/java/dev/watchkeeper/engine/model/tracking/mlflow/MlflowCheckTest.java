package dev.watchkeeper.engine.model.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aCertificateThatNobodyVouchesForIsTold(@TempDir Path directory) throws Exception {
        HttpsServer secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(selfSigned(directory.resolve("keys.p12"))));
        secured.start();
        try {
            assertTrouble(URI.create("https://127.0.0.1:" + secured.getAddress().getPort()), "could not be secured");
        } finally {
            secured.stop(0);
        }
    }

    private static SSLContext selfSigned(Path file) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("keytool.txt").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void aServerThatIsTooSlowIsTold() {
        CountDownLatch late = new CountDownLatch(1);
        server.mishaps(endpoint -> Mishaps.lateAt(late));

        MlflowCheck.Outcome outcome =
                MlflowTracking.test(new MlflowSettings(server.uri(), "", "", "", "", Duration.ofMillis(300)));

        assertThat(outcome.works()).isFalse();
        assertThat(outcome.sentence()).contains("gave no answer within 0.3 s");
        late.countDown();
    }

    private static void assertTrouble(URI uri, String sentence) {
        MlflowCheck.Outcome outcome = MlflowTracking.test(settings(uri));

        assertThat(outcome.works()).isFalse();
        assertThat(outcome.sentence()).contains(sentence);
    }

    private static MlflowSettings settings(URI uri) {
        return new MlflowSettings(uri, "", "", "", "", Duration.ofSeconds(10));
    }
}
