package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.fx.Toolkit;
import dev.watchkeeper.app.shell.ConsolePorts;
import dev.watchkeeper.app.shell.Sight;
import dev.watchkeeper.app.shell.Snapshot;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.engine.live.PipelineStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper snapshot}. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a PNG of a screen with live data, without a display.",
            "Looks at the Watchkeeper that runs on the data directory, or starts one of its own with the demo plant."
        })
final class SnapshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");
    private static final long LOOK_MILLIS = 100;

    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Parameters(
            paramLabel = "SCREEN",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = Names.class)
    private String screen = "overview";

    @Option(names = "--theme", paramLabel = "NAME", defaultValue = "light", description = "light or dark.")
    private String theme = "light";

    @Option(
            names = "--size",
            paramLabel = "WIDTHxHEIGHT",
            defaultValue = "1280x800",
            description = "In pixels. Default: ${DEFAULT-VALUE}.")
    private String size = "1280x800";

    @Option(names = "--out", paramLabel = "FILE.png", required = true, description = "Where to write it.")
    private Path out = Path.of("");

    @Option(names = "--ask", paramLabel = "QUESTION", description = "With the assistant open, and its answer to this.")
    private String ask = "";

    @Option(
            names = "--after",
            paramLabel = "DURATION",
            defaultValue = "PT0S",
            description = "Let the stream run this long before. Default: ${DEFAULT-VALUE}.")
    private Duration after = Duration.ZERO;

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            defaultValue = "PT90S",
            description = "How long to wait for data. Default: ${DEFAULT-VALUE}.")
    private Duration patience = Duration.ofSeconds(90);

    @Override
    public Integer call() throws Exception {
        parent.checkProfile();
        Matcher wanted = SIZE.matcher(size);
        if (!wanted.matches()) {
            throw new UserError("The size " + size + " is not written WIDTHxHEIGHT, such as 1280x800.");
        }
        Snapshot snapshot = new Snapshot(
                sight().asking(ask), theme(), Integer.parseInt(wanted.group(1)), Integer.parseInt(wanted.group(2)));
        Toolkit.drawWithoutDisplay();
        Path data = parent.data();
        var running = DataDirectory.runningBroker(data);
        if (running.isPresent()) {
            try (Viewer viewer = Viewer.of(running.get(), data, Clock.systemUTC())) {
                write(snapshot, viewer.ports(), viewer::pipeline);
            }
        } else {
            try (Instance instance = Instance.open(data, DemoSettings.STANDARD, Clock.systemUTC())) {
                instance.start();
                write(snapshot, ConsoleWindow.ports(instance), instance::pipeline);
            }
        }
        System.out.println(out);
        return 0;
    }

    private Sight sight() {
        return Sight.named(screen)
                .orElseThrow(() -> new UserError(
                        "There is no screen " + screen + ". Choose one of " + String.join(", ", new Names()) + "."));
    }

    /** What can be pictured, by name. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Sight.all().stream().map(Sight::name).iterator();
        }
    }

    private Theme theme() {
        try {
            return Theme.named(theme);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        }
    }

    private void write(Snapshot snapshot, ConsolePorts ports, Supplier<PipelineStatus> pipeline)
            throws InterruptedException {
        long rounds = patience.toMillis() / LOOK_MILLIS;
        for (long round = 0; !isJudging(pipeline.get()); round++) {
            if (round > rounds) {
                throw new UserError("The stream did not get going within "
                        + patience.toString().toLowerCase(Locale.ROOT) + ": "
                        + pipeline.get().message());
            }
            Thread.sleep(LOOK_MILLIS);
        }
        Thread.sleep(after.toMillis());
        try {
            snapshot.write(ports, out, patience);
        } catch (TimeoutException e) {
            throw new UserError("No picture was made: " + e.getMessage() + ".");
        }
    }

    /** Whether the stream runs and what lay waiting has been worked in. */
    private static boolean isJudging(PipelineStatus status) {
        return status.state() == PipelineStatus.State.RUNNING
                && status.readingsPerSecond() > 0
                && status.checkpointAge().isPresent()
                && status.lag() < 10 * status.readingsPerSecond();
    }
}
