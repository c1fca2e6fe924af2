package dev.watchkeeper.app.launch;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures this Watchkeeper on this machine. Each prints its figures as its last line.",
        subcommands = {
            StartupBench.class,
            LatencyBench.class,
            DetectorsBench.class,
            FirstPointProbe.class,
            FloodBench.class,
            AskBench.class
        })
final class BenchCommand implements Runnable {
    @ParentCommand
    Watchkeeper parent = new Watchkeeper();

    @Override
    public void run() {
        throw new UserError(
                "Say what to measure: startup, latency, detectors, flood or ask. See watchkeeper bench --help.");
    }
}
