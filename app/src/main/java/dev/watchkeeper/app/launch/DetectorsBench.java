package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.evaluate.DetectorBench;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper bench detectors}: how fast detectors are on one thread. */
@Command(
        name = "detectors",
        mixinStandardHelpOptions = true,
        description = {
            "How many samples a second of processor time detectors take in on one thread, once their memory is full: ours for one"
                    + " sensor and for eight together, beside the random cut forest of AWS and Tribuo's one-class SVM on the same"
                    + " samples. On the demo plant's pump, and on white noise, which is the slowest input. Medians of 7 rounds.",
            "Last line: detectors points_per_s_1=… points_per_s_8=… …"
        })
final class DetectorsBench implements Callable<Integer> {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Of the plant and the noise. Default: ${DEFAULT-VALUE}.")
    private long seed = 7;

    @Override
    public Integer call() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<DetectorBench.Speed> speeds =
                new DetectorBench(seed, threads::getCurrentThreadCpuTime).run(what -> System.err.println(what + " …"));
        double ours = 1;
        for (DetectorBench.Speed speed : speeds) {
            ours = speed.detector().equals("watchkeeper") ? speed.pointsPerSecond() : ours;
            System.out.printf(Locale.ROOT, "%s  watchkeeper x %.1f%n", speed, ours / speed.pointsPerSecond());
        }
        System.out.println(DetectorBench.line(speeds));
        return 0;
    }
}
