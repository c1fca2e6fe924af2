package dev.watchkeeper.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.model.tracking.mlflow.MlflowSettings;
import dev.watchkeeper.engine.model.tracking.mlflow.TrackingSettings;
import dev.watchkeeper.engine.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MlflowCommandTest {
    @TempDir
    private Path data;

    private URI nobody;

    @BeforeEach
    void prepare() throws IOException {
        Store.open(DataDirectory.storeOf(data)).close();
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsNotTaken() {
        assertThat(run("models", "mlflow", nobody.toString())).isNotZero();

        assertThat(mirror()).isEmpty();
    }

    @Test
    void aServerIsTakenUntestedAndLetGo() {
        assertThat(run("models", "mlflow", nobody.toString(), "--untested", "--prefix", "north-"))
                .isZero();

        assertThat(mirror()).hasValueSatisfying(settings -> {
            assertThat(settings.server()).isEqualTo(nobody);
            assertThat(settings.prefix()).isEqualTo("north-");
        });

        assertThat(run("models", "mlflow")).isZero();
        assertThat(mirror()).isPresent();
        assertThat(run("models", "mlflow", "--off")).isZero();
        assertThat(mirror()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThat(run("models", "mlflow", "ftp://127.0.0.1", "--untested")).isNotZero();

        assertThat(mirror()).isEmpty();
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--data";
        all[1] = data.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new CommandLine(new Watchkeeper())
                .setExecutionExceptionHandler((e, line, parsed) -> CommandLine.ExitCode.SOFTWARE)
                .execute(all);
    }

    private Optional<MlflowSettings> mirror() {
        try (Store store = Store.open(DataDirectory.storeOf(data))) {
            return store.settings().get(TrackingSettings.SETTING).mlflow();
        }
    }
}
