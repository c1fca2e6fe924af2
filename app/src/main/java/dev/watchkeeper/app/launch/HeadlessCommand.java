package dev.watchkeeper.app.launch;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper headless}. */
@Command(
        name = "headless",
        mixinStandardHelpOptions = true,
        description = "Runs all but the windows and prints alarms as lines.")
final class HeadlessCommand implements Callable<Integer> {
    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "End by itself after this time, written as ISO-8601: PT60S, PT2H.")
    private @Nullable Duration atMost;

    @Option(names = "--no-demo", description = "Do not simulate the demo plant.")
    private boolean noDemo;

    @Override
    public Integer call() throws Exception {
        parent.checkProfile();
        return Headless.run(parent.data(), noDemo ? null : DemoSettings.STANDARD, atMost, Clock.systemUTC());
    }
}
