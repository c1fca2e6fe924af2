package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.intake.CsvAssets;
import dev.watchkeeper.engine.intake.CsvException;
import dev.watchkeeper.engine.intake.CsvLayout;
import dev.watchkeeper.engine.intake.CsvLayoutFinder;
import dev.watchkeeper.engine.intake.CsvOptions;
import dev.watchkeeper.engine.intake.CsvReadings;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.stream.ingest.Pace;
import dev.watchkeeper.stream.ingest.Replay;
import dev.watchkeeper.stream.topic.TopicException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the readings of a CSV file through detection, as if they came now: into the Watchkeeper that runs on the"
                    + " data directory, or into one of its own that ends when all is processed.",
            "Separator, time column and value columns are found by looking, or given with --map."
        })
final class ReplayCommand implements Callable<Integer> {
    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Parameters(paramLabel = "FILE", description = "A CSV file of any shape.")
    private Path file = Path.of("");

    @Option(
            names = "--asset",
            paramLabel = "NAME",
            description = "The asset that the sensors belong to. Default: the file's name.")
    private @Nullable String asset;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            defaultValue = "max",
            description = "How many times faster than recorded; 1 is the real pace. Default: ${DEFAULT-VALUE}.")
    private String speed = "max";

    @Option(
            names = "--map",
            paramLabel = "KEY=VALUE,…",
            defaultValue = "",
            description = "What is not to be found by looking, such as time=Date+Clock,values=Flow:Level,separator=;,"
                    + "zone=Europe/Berlin. Keys: time, format, zone, values, sensor, separator, decimal, header.")
    private String map = "";

    @Override
    public Integer call() throws Exception {
        parent.checkProfile();
        Pace pace = pace(speed);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UserError("There is no file " + file + " that can be read.");
        }
        try {
            CsvLayout layout = CsvLayoutFinder.find(file, CsvOptions.parse(map));
            AssetId name = asset == null ? CsvAssets.nameOf(file) : new AssetId(asset);
            return run(pace, layout, CsvAssets.describe(file, layout, name));
        } catch (CsvException | TopicException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new UserError("The file cannot be replayed: " + e.getMessage() + ".");
        }
    }

    private int run(Pace pace, CsvLayout layout, Asset described) throws Exception {
        Path data = parent.data();
        Optional<String> running = DataDirectory.runningBroker(data);
        if (running.isPresent()) {
            try (Store store = Store.open(DataDirectory.storeOf(data))) {
                return replay(pace, layout, described, new ReplayTarget(running.get(), store, () -> {}));
            }
        }
        try (Instance instance = Instance.open(data, null, Clock.systemUTC())) {
            System.err.println("Nothing runs on " + data + ": starting a Watchkeeper for this replay …");
            instance.start();
            return replay(
                    pace,
                    layout,
                    described,
                    new ReplayTarget(
                            instance.platform().bootstrapServers(), instance.store(), () -> stopOnFailure(instance)));
        }
    }

    private int replay(Pace pace, CsvLayout layout, Asset described, ReplayTarget target) throws Exception {
        try (CsvReadings rows = new CsvReadings(file, layout, described.id())) {
            ReplayTarget.Result result = target.run(rows, described, file, pace, ReplayCommand::show);
            System.err.println();
            result.alarms().forEach(alarm -> System.out.println(AlarmLines.line(alarm)));
            System.out.printf(
                    Locale.ROOT,
                    "replay rows=%d rejected=%d alarms=%d%n",
                    result.rows(),
                    result.rejected(),
                    result.alarms().size());
            return result.complete() ? 0 : 1;
        }
    }

    private static void stopOnFailure(Instance instance) {
        switch (instance.pipeline().state()) {
            case FAILED, STOPPED -> throw new UserError(instance.pipeline().message());
            default -> {}
        }
    }

    private static void show(Replay.Progress progress) {
        System.err.printf(
                Locale.ROOT,
                "\r%3.0f %%  %,d rows, %,d readings, %,d rows rejected",
                100 * progress.share(),
                progress.rows(),
                progress.readings(),
                progress.rejectedRows());
    }

    private static Pace pace(String speed) {
        if (speed.equals("max")) {
            return Pace.MAX;
        }
        try {
            return new Pace(Double.parseDouble(speed));
        } catch (IllegalArgumentException e) {
            throw new UserError("The speed " + speed + " is neither a number above 0 nor max.");
        }
    }
}
