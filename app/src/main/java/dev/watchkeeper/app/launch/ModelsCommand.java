package dev.watchkeeper.app.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.model.ModelFiles;
import dev.watchkeeper.engine.model.desk.ModelEntry;
import dev.watchkeeper.engine.model.desk.ModelsException;
import dev.watchkeeper.engine.model.desk.Standing;
import dev.watchkeeper.engine.model.desk.Versions;
import dev.watchkeeper.engine.model.tracking.LocalTracking;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper models}: what is in the data directory, also while an instance runs on it. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the versions of models, the newest first; exports and imports them.",
        subcommands = MlflowCommand.class)
final class ModelsCommand implements Callable<Integer> {
    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Parameters(paramLabel = "ASSET", arity = "0..1", description = "Of this asset alone.")
    private @Nullable String asset;

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        List<Map<String, Object>> all = opened((store, versions) -> store.assets().all().stream()
                .map(known -> known.id())
                .filter(id -> asset == null || id.value().equals(asset))
                .sorted()
                .flatMap(id -> versions.all(id).stream().map(entry -> fields(entry, standing(store, id))))
                .toList());
        if (json) {
            System.out.println(written(all));
        } else if (all.isEmpty()) {
            System.out.println(asset == null ? "No models." : "No models of " + asset + ".");
        } else {
            all.forEach(ModelsCommand::print);
        }
        return 0;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes a version to a file that another Watchkeeper imports.")
    int export(
            @Parameters(paramLabel = "ASSET") String of,
            @Parameters(paramLabel = "VERSION") int number,
            @Parameters(paramLabel = "FILE") Path file) {
        return opened((store, versions) -> {
            versions.export(new AssetId(of), number, file, user());
            System.out.printf(Locale.ROOT, "export asset=%s version=%d file=%s%n", of, number, file);
            return 0;
        });
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Takes in a version that another Watchkeeper exported. It gets the next number and no role.")
    int importModel(@Parameters(paramLabel = "FILE") Path file) {
        return opened((store, versions) -> {
            ModelEntry entry = versions.importModel(file, user());
            System.out.printf(Locale.ROOT, "import asset=%s version=%d%n", entry.asset(), entry.number());
            return 0;
        });
    }

    Path data() {
        return parent.data();
    }

    private <T> T opened(BiFunction<Store, Versions, T> work) {
        Path data = parent.data();
        if (!Files.isDirectory(DataDirectory.storeOf(data))) {
            throw new UserError(
                    "There is no Watchkeeper data in " + data + ". Name another directory with --data DIR.");
        }
        try (Store store = Store.open(DataDirectory.storeOf(data))) {
            Versions versions = new Versions(
                    store.models(),
                    new ModelFiles(DataDirectory.modelsOf(data)),
                    new KnownAssets(store.assets()),
                    new LocalTracking(store.runs()),
                    Clock.systemUTC());
            return work.apply(store, versions);
        } catch (ModelsException | IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        }
    }

    private static Standing standing(Store store, AssetId id) {
        return store.models().standings().stream()
                .filter(standing -> standing.asset().equals(id))
                .findFirst()
                .orElseGet(() -> Standing.none(id));
    }

    private static Map<String, Object> fields(ModelEntry entry, Standing standing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("asset", entry.asset().value());
        fields.put("version", entry.number());
        fields.put("role", role(entry, standing));
        fields.put(
                "trainedAt", entry.trainedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put("by", entry.by());
        fields.put("cause", entry.cause().word());
        fields.put("spanStart", entry.span().start().toString());
        fields.put("spanEnd", entry.span().end().toString());
        fields.put("requested", Math.round(10 * entry.summary().expected()) / 10.0);
        fields.put("observed", entry.summary().observed());
        fields.put("episodes", entry.summary().episodes());
        fields.put("leakageClean", entry.leakage().isClean());
        fields.put("imported", entry.imported());
        fields.put("run", entry.run().map(run -> run.value()).orElse(null));
        fields.put("choice", entry.choice());
        return fields;
    }

    private static String role(ModelEntry entry, Standing standing) {
        if (standing.champion().number() == entry.number()) {
            return "champion";
        }
        return standing.challenger().number() == entry.number() ? "challenger" : "";
    }

    private static void print(Map<String, Object> fields) {
        System.out.printf(
                Locale.ROOT,
                "%-12s v%-4s %-10s  %s  by %s, %s; spoke on %s samples of validation where %s were asked for%s%n",
                fields.get("asset"),
                fields.get("version"),
                fields.get("role"),
                fields.get("trainedAt"),
                fields.get("by"),
                fields.get("cause"),
                fields.get("observed"),
                fields.get("requested"),
                Boolean.TRUE.equals(fields.get("imported")) ? "; imported" : "");
    }

    private static String written(Object value) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("models cannot be written as JSON", e);
        }
    }

    private static String user() {
        return System.getProperty("user.name", "operator");
    }
}
