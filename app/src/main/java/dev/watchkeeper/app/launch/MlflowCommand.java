package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.model.tracking.mlflow.MlflowCheck;
import dev.watchkeeper.engine.model.tracking.mlflow.MlflowSettings;
import dev.watchkeeper.engine.model.tracking.mlflow.MlflowTracking;
import dev.watchkeeper.engine.model.tracking.mlflow.TrackingSettings;
import dev.watchkeeper.engine.store.Store;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code watchkeeper models mlflow}: to which MLflow server runs are mirrored. A running instance follows within seconds.
 * Secrets come from the environment, under the names that MLflow's own programs use, and never from the command line.
 */
@Command(
        name = "mlflow",
        mixinStandardHelpOptions = true,
        description =
                "Tells to which MLflow server runs are mirrored, or asks a server whether it works and mirrors there"
                        + " from now on. A token is taken from MLFLOW_TRACKING_TOKEN, user and password from"
                        + " MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.")
final class MlflowCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand parent = new ModelsCommand();

    @Parameters(paramLabel = "SERVER", arity = "0..1", description = "Such as http://127.0.0.1:5000.")
    private @Nullable URI server;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = MlflowSettings.USUAL_PREFIX,
            description = "What names of experiments and registered models begin with. Default: ${DEFAULT-VALUE}")
    private String prefix = MlflowSettings.USUAL_PREFIX;

    @Option(names = "--untested", description = "Mirror there also if it does not answer now; runs wait until it does.")
    private boolean untested;

    @Option(names = "--off", description = "Mirror nowhere; what is at a server stays there.")
    private boolean off;

    @Override
    public Integer call() {
        Path data = parent.data();
        if (!Files.isDirectory(DataDirectory.storeOf(data))) {
            throw new UserError(
                    "There is no Watchkeeper data in " + data + ". Name another directory with --data DIR.");
        }
        if (off && server != null) {
            throw new UserError("Give a server or --off, not both.");
        }
        try (Store store = Store.open(DataDirectory.storeOf(data))) {
            if (off) {
                store.settings().set(TrackingSettings.SETTING, TrackingSettings.LOCAL);
            } else if (server != null) {
                store.settings().set(TrackingSettings.SETTING, new TrackingSettings(tested(server, System.getenv())));
            }
            System.out.println(store.settings()
                    .get(TrackingSettings.SETTING)
                    .mlflow()
                    .map(MlflowSettings::toString)
                    .orElse("Runs are kept here alone."));
            return 0;
        }
    }

    private MlflowSettings tested(URI address, Map<String, String> environment) {
        MlflowSettings settings;
        try {
            settings = new MlflowSettings(
                    address,
                    environment.getOrDefault("MLFLOW_TRACKING_TOKEN", ""),
                    environment.getOrDefault("MLFLOW_TRACKING_USERNAME", ""),
                    environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", ""),
                    prefix,
                    MlflowSettings.USUAL_DEADLINE);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        }
        MlflowCheck.Outcome outcome = MlflowTracking.test(settings);
        if (!outcome.works() && !untested) {
            throw new UserError(outcome.sentence() + " Nothing was changed; --untested mirrors there all the same.");
        }
        System.out.println(outcome.sentence());
        return settings;
    }
}
