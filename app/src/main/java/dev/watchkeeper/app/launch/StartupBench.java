package dev.watchkeeper.app.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper bench startup}: a console that has never run, started as a process of its own, several times. */
@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        description = {
            "From the start of a console on an empty directory to the first live point of the demo plant on the chart,"
                    + " and its memory some time later.",
            "Last line: startup first_point_s=… rss_mb=… (medians)."
        })
final class StartupBench implements Callable<Integer> {
    private static final Pattern FIGURES = Pattern.compile(FirstPointProbe.MARK + "(\\d+) rss_mb=(-?\\d+)");

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(
            names = "--steady",
            paramLabel = "DURATION",
            defaultValue = "PT60S",
            description = "How long the console runs before its memory is read. Default: ${DEFAULT-VALUE}.")
    private Duration steady = Duration.ofSeconds(60);

    @Override
    public Integer call() throws Exception {
        List<Long> firstPoints = new ArrayList<>();
        List<Long> resident = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Path data = Files.createTempDirectory("watchkeeper-startup");
            try {
                Matcher figures = measure(data);
                firstPoints.add(Long.parseLong(figures.group(1)));
                resident.add(Long.parseLong(figures.group(2)));
                System.out.printf(
                        Locale.ROOT,
                        "round %d: first point after %.1f s, %d MiB resident after %s more%n",
                        round,
                        firstPoints.getLast() / 1e3,
                        resident.getLast(),
                        steady);
            } finally {
                Directories.delete(data);
            }
        }
        System.out.printf(
                Locale.ROOT, "startup first_point_s=%.1f rss_mb=%d%n", median(firstPoints) / 1e3, median(resident));
        return 0;
    }

    private Matcher measure(Path data) throws IOException, InterruptedException {
        Path output = data.resolve("bench.txt");
        Process process = new ProcessBuilder(command(data))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Matcher figures = FIGURES.matcher(text);
        if (status != 0 || !figures.find()) {
            throw new UserError("A round ended with status " + status + ": " + text.strip());
        }
        return figures;
    }

    private List<String> command(Path data) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(List.of("--data", data.toString(), "bench", "first-point", "--steady", steady.toString()));
        return command;
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
