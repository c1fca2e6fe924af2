package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.evaluate.DriftEvaluation;
import dev.watchkeeper.engine.evaluate.DriftResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper evaluate drift}. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the drift watch over streams that are made up from seeds: abrupt, gradual and variance changes, and none."
                    + " Needs no data.",
            "Last line: drift delay_1sigma=… delay_half_sigma=… missed_variance=… false_per_10k=…"
        })
final class EvaluateDrift implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", description = "Write drift.csv there, a row for each stream.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("cancel").unstarted(() -> cancelled.set(true)));
        try {
            DriftResult result = new DriftEvaluation().run(EvaluateDrift::show, cancelled::get);
            Path directory = out;
            if (directory != null) {
                write(result, directory);
            }
            result.table().forEach(System.out::println);
            System.out.println(result.line());
            return 0;
        } catch (CancellationException e) {
            throw new UserError("Cancelled.");
        }
    }

    private static void write(DriftResult result, Path directory) {
        try {
            result.writeTo(directory);
        } catch (IOException e) {
            throw new UserError("The results cannot be written to " + directory + ": " + e.getMessage() + ".");
        }
    }

    private static void show(double share) {
        System.err.printf(Locale.ROOT, "\r%3.0f %%%s", 100 * share, share >= 1 ? "\n" : "");
    }
}
