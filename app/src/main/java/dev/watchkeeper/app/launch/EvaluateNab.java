package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.evaluate.DetectorKind;
import dev.watchkeeper.engine.evaluate.NabEvaluation;
import dev.watchkeeper.engine.evaluate.NabReport;
import dev.watchkeeper.engine.evaluate.NabRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper evaluate nab}. */
@Command(
        name = "nab",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a detector over the Numenta Anomaly Benchmark: --data is the corpus, with its groups of files and"
                    + " labels/combined_windows.json.",
            "Last line: nab standard=… low_fp=… low_fn=… half=…"
        })
final class EvaluateNab implements Callable<Integer> {
    private static final int TRAINING_ROWS = 150;

    @ParentCommand
    private EvaluateCommand evaluate = new EvaluateCommand();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the scores there, in the benchmark's own layout, and report.html with pictures.")
    private @Nullable Path out;

    @Option(
            names = "--detector",
            paramLabel = "NAME",
            defaultValue = "novelty",
            description =
                    "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, which the product uses for a sensor by"
                            + " itself.")
    private DetectorKind detector = DetectorKind.NOVELTY;

    @Override
    public Integer call() {
        Path corpus = evaluate.corpus();
        try (ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            NabEvaluation evaluation = new NabEvaluation(corpus, () -> detector.make(1, TRAINING_ROWS), executor);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("cancel").unstarted(evaluation::cancel));
            NabRun run = evaluation.run(EvaluateCommand::show);
            Path results = out;
            if (results != null) {
                write(run, results);
            }
            run.calibration().lines().forEach(System.out::println);
            System.out.println(run.result().line());
            return 0;
        } catch (CancellationException e) {
            throw new UserError("Cancelled.");
        } catch (IOException e) {
            throw new UserError("The corpus in " + corpus + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private void write(NabRun run, Path results) {
        boolean product = detector == DetectorKind.NOVELTY;
        try {
            run.writeTo(results, product ? "watchkeeper" : "watchkeeper-" + detector);
            new NabReport(run, product ? "Watchkeeper" : "Watchkeeper, " + detector)
                    .write(results.resolve(EvaluateCommand.REPORT));
        } catch (IOException e) {
            throw new UserError("The results cannot be written to " + results + ": " + e.getMessage() + ".");
        }
    }
}
