package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.evaluate.CsvEvaluation;
import dev.watchkeeper.engine.evaluate.CsvReport;
import dev.watchkeeper.engine.evaluate.CsvRun;
import dev.watchkeeper.engine.evaluate.DetectorKind;
import dev.watchkeeper.engine.evaluate.NoLabelsException;
import dev.watchkeeper.engine.intake.CsvException;
import dev.watchkeeper.engine.intake.CsvOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper evaluate csv}. */
@Command(
        name = "csv",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the detectors over labelled data of your own: --data is a CSV file, or a directory with such files, laid out in"
                    + " any way that replay understands. Sensors of one file are those of one asset. What is abnormal says a"
                    + " column of 0 and 1, or a file of windows.",
            "Last line: csv f1=… events_f1=… precision=… recall=… false_per_day=… requested_per_day=…"
        })
final class EvaluateCsv implements Callable<Integer> {
    @ParentCommand
    private EvaluateCommand evaluate = new EvaluateCommand();

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "Labelled windows: JSON such as {\"pump.csv\": [[\"START\", \"END\"]]}, or CSV with the columns"
                            + " start,end and perhaps file. Default: a column of each file says what is abnormal.")
    private @Nullable Path labels;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "The column of 0 and 1. Default: found by a name such as label, anomaly or is_anomaly.")
    private @Nullable String label;

    @Option(
            names = "--map",
            paramLabel = "KEY=VALUE,…",
            defaultValue = "",
            description = "What of the layout is not to be found by looking; see watchkeeper replay --help.")
    private String map = "";

    @Option(
            names = "--false-alarms-per-day",
            paramLabel = "N",
            defaultValue = "0.7",
            description = "How many each detector may give. Default: ${DEFAULT-VALUE}, as the console has it.")
    private double falseAlarmsPerDay = 0.7;

    @Option(
            names = "--detector",
            paramLabel = "NAME",
            description =
                    "Judge by one detector alone: ${COMPLETION-CANDIDATES}. Default: as the console does, novelty for each"
                            + " sensor, and asset where there are several.")
    private @Nullable DetectorKind detector;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write per file a CSV with the score and the prediction of each row, and report.html with"
                    + " pictures.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Path data = evaluate.data();
        AtomicBoolean cancelled = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("cancel").unstarted(() -> cancelled.set(true)));
        try {
            CsvRun run = evaluation().run(data, EvaluateCommand::show, cancelled::get);
            run.remarks().forEach(System.err::println);
            run.lines().forEach(System.out::println);
            run.delay().ifPresent(delay -> System.out.println("middle delay from a window's beginning: " + delay));
            Path results = out;
            if (results != null) {
                write(run, results);
            }
            System.out.println(run.line());
            return 0;
        } catch (CsvException | NoLabelsException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            throw new UserError("Cancelled.");
        } catch (IOException e) {
            throw new UserError("The data in " + data + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private CsvEvaluation evaluation() {
        if (labels != null && label != null) {
            throw new UserError("Give either --labels or --label, not both.");
        }
        if (labels != null && !Files.isReadable(labels)) {
            throw new UserError("There is no file " + labels + " with labels that can be read.");
        }
        if (!(falseAlarmsPerDay > 0 && Double.isFinite(falseAlarmsPerDay))) {
            throw new UserError("The number of false alarms a day must be more than 0, not " + falseAlarmsPerDay + ".");
        }
        return new CsvEvaluation(labels, label, CsvOptions.parse(map), new Sensitivity(falseAlarmsPerDay), detector);
    }

    private static void write(CsvRun run, Path results) {
        try {
            run.writeTo(results);
            new CsvReport(run).write(results.resolve(EvaluateCommand.REPORT));
        } catch (IOException e) {
            throw new UserError("The results cannot be written to " + results + ": " + e.getMessage() + ".");
        }
    }
}
