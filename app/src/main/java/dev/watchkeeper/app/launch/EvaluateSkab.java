package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.evaluate.DetectorKind;
import dev.watchkeeper.engine.evaluate.RowCounts;
import dev.watchkeeper.engine.evaluate.SkabEvaluation;
import dev.watchkeeper.engine.evaluate.SkabReport;
import dev.watchkeeper.engine.evaluate.SkabRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper evaluate skab}. */
@Command(
        name = "skab",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a detector of an asset's sensors together over the Skoltech Anomaly Benchmark: --data is the corpus, with the"
                    + " groups valve1, valve2 and other.",
            "Last line: skab f1=… false_alarms=… missed=…"
        })
final class EvaluateSkab implements Callable<Integer> {
    @ParentCommand
    private EvaluateCommand evaluate = new EvaluateCommand();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write per file a CSV with the score and the prediction of each row, and report.html with"
                    + " pictures.")
    private @Nullable Path out;

    @Option(
            names = "--detector",
            paramLabel = "NAME",
            defaultValue = "asset",
            description =
                    "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, which the product uses for sensors"
                            + " together.")
    private DetectorKind detector = DetectorKind.ASSET;

    @Option(
            names = "--voters",
            description = "Also run asset, svm and forest each by itself, and tell what the majority of them gets.")
    private boolean voters;

    private final AtomicBoolean cancelled = new AtomicBoolean();

    @Override
    public Integer call() {
        Path corpus = evaluate.corpus();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("cancel").unstarted(() -> cancelled.set(true)));
        try {
            Map<DetectorKind, SkabRun> runs = new LinkedHashMap<>();
            Set<DetectorKind> panel = EnumSet.of(DetectorKind.ASSET, DetectorKind.SVM, DetectorKind.FOREST);
            for (DetectorKind kind : voters ? panel : Set.<DetectorKind>of()) {
                runs.put(kind, run(kind, corpus));
            }
            SkabRun run = runs.containsKey(detector) ? runs.get(detector) : run(detector, corpus);
            Map<String, RowCounts> others = new LinkedHashMap<>();
            runs.forEach((kind, other) -> tell(kind.word(), other, others));
            if (voters) {
                others.remove("Watchkeeper, " + detector + " alone");
                SkabRun majority = SkabRun.majority(runs.values().stream().toList());
                System.out.println("majority " + majority.line());
                others.put("Watchkeeper, majority of asset, svm and forest", majority.result());
            }
            Path results = out;
            if (results != null) {
                write(run, others, results);
            }
            System.out.println("skab " + run.line());
            return 0;
        } catch (CancellationException e) {
            throw new UserError("Cancelled.");
        } catch (IOException e) {
            throw new UserError("The corpus in " + corpus + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private SkabRun run(DetectorKind kind, Path corpus) throws IOException {
        return new SkabEvaluation(sensors -> kind.make(sensors, SkabEvaluation.TRAINING_ROWS))
                .run(corpus, EvaluateSkab::show, cancelled::get);
    }

    private static void tell(String name, SkabRun run, Map<String, RowCounts> others) {
        System.out.println(name + " " + run.line());
        others.put("Watchkeeper, " + name + " alone", run.result());
    }

    private void write(SkabRun run, Map<String, RowCounts> others, Path results) {
        try {
            run.writeTo(results);
            String name = "Watchkeeper" + (detector == DetectorKind.ASSET ? "" : ", " + detector);
            new SkabReport(run, name, others).write(results.resolve(EvaluateCommand.REPORT));
        } catch (IOException e) {
            throw new UserError("The results cannot be written to " + results + ": " + e.getMessage() + ".");
        }
    }

    private static void show(double share) {
        System.err.printf(Locale.ROOT, "\r%3.0f %%%s", 100 * share, share >= 1 ? "\n" : "");
    }
}
