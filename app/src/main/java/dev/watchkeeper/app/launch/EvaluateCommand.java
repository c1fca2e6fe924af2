package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.detect.NoveltyDetector;
import dev.watchkeeper.engine.evaluate.NabEvaluation;
import dev.watchkeeper.engine.evaluate.NabRun;
import dev.watchkeeper.engine.evaluate.SkabEvaluation;
import dev.watchkeeper.engine.evaluate.SkabResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs the detectors over labelled data and prints how they did.",
        subcommands = {EvaluateCommand.Nab.class, EvaluateCommand.Skab.class})
final class EvaluateCommand implements Runnable {
    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    /**
     * Here {@code --data} names the labelled data, not a data directory.
     *
     * @throws UserError when it names none
     */
    private Path corpus() {
        Path corpus =
                parent.givenData().orElseThrow(() -> new UserError("Say with --data DIR where the labelled data is."));
        if (!Files.isDirectory(corpus)) {
            throw new UserError("There is no directory " + corpus + ".");
        }
        return corpus;
    }

    private static void show(int done, int all) {
        System.err.printf(Locale.ROOT, "\r%d of %d files", done, all);
    }

    @Override
    public void run() {
        throw new UserError("Say what to evaluate on: nab or skab. See watchkeeper evaluate --help.");
    }

    /** {@code watchkeeper evaluate nab}. */
    @Command(
            name = "nab",
            mixinStandardHelpOptions = true,
            description = {
                "Runs the single-sensor detector over the Numenta Anomaly Benchmark: --data is the corpus, with its groups of"
                        + " files and labels/combined_windows.json.",
                "Last line: nab standard=… low_fp=… low_fn=… half=…"
            })
    static final class Nab implements Callable<Integer> {
        @ParentCommand
        private EvaluateCommand evaluate = new EvaluateCommand();

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Write the scores there, in the benchmark's own layout.")
        private @Nullable Path out;

        @Override
        public Integer call() throws IOException {
            Path corpus = evaluate.corpus();
            try (ExecutorService executor =
                    Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
                NabEvaluation evaluation = new NabEvaluation(corpus, NoveltyDetector::new, executor);
                Runtime.getRuntime()
                        .addShutdownHook(Thread.ofPlatform().name("cancel").unstarted(evaluation::cancel));
                NabRun run = evaluation.run(EvaluateCommand::show);
                System.err.println();
                if (out != null) {
                    run.writeTo(out, "watchkeeper");
                }
                System.out.println(run.result().line());
                return 0;
            } catch (CancellationException e) {
                throw new UserError("Cancelled.");
            } catch (IOException e) {
                throw new UserError("The corpus in " + corpus + " cannot be read: " + e.getMessage() + ".");
            }
        }
    }

    /** {@code watchkeeper evaluate skab}. */
    @Command(
            name = "skab",
            mixinStandardHelpOptions = true,
            description = {
                "Runs the detector of an asset's sensors together over the Skoltech Anomaly Benchmark: --data is the corpus,"
                        + " with the groups valve1, valve2 and other.",
                "Last line: skab f1=… false_alarms=… missed=…"
            })
    static final class Skab implements Callable<Integer> {
        @ParentCommand
        private EvaluateCommand evaluate = new EvaluateCommand();

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Write per file a CSV with the score and the prediction of each row.")
        private @Nullable Path out;

        @Override
        public Integer call() throws IOException {
            Path corpus = evaluate.corpus();
            AtomicBoolean cancelled = new AtomicBoolean();
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("cancel").unstarted(() -> cancelled.set(true)));
            Path kept = out;
            Path results = kept == null ? Files.createTempDirectory("watchkeeper-skab") : kept;
            try {
                SkabResult result = new SkabEvaluation().run(corpus, results, Skab::show, cancelled::get);
                System.err.println();
                System.out.println(result);
                return 0;
            } catch (CancellationException e) {
                throw new UserError("Cancelled.");
            } catch (IOException e) {
                throw new UserError("The corpus in " + corpus + " cannot be read: " + e.getMessage() + ".");
            } finally {
                if (kept == null) {
                    Directories.delete(results);
                }
            }
        }

        private static void show(double share) {
            System.err.printf(Locale.ROOT, "\r%3.0f %%", 100 * share);
        }
    }
}
