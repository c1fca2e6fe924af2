package dev.watchkeeper.app.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Runs detectors, the drift watch and retrieval over data with known answers and prints how they did.",
        subcommands = {
            EvaluateNab.class,
            EvaluateSkab.class,
            EvaluateCsv.class,
            EvaluateDrift.class,
            EvaluateRetrieval.class,
            EvaluateQuestions.class
        })
final class EvaluateCommand implements Runnable {
    /** The report that goes beside the results. */
    static final String REPORT = "report.html";

    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    /**
     * Here {@code --data} names the labelled data, not a data directory.
     *
     * @throws UserError when it names none
     */
    Path data() {
        Path data = parent.givenData().orElseThrow(() -> new UserError("Say with --data where the labelled data is."));
        if (!Files.isReadable(data)) {
            throw new UserError("There is no file or directory " + data + " that can be read.");
        }
        return data;
    }

    /** As {@link #data}, where it has to be a directory. */
    Path corpus() {
        Path corpus = data();
        if (!Files.isDirectory(corpus)) {
            throw new UserError(corpus + " is not a directory.");
        }
        return corpus;
    }

    static void show(int done, int all) {
        System.err.printf(Locale.ROOT, "\r%d of %d files%s", done, all, done == all ? "\n" : "");
    }

    @Override
    public void run() {
        throw new UserError(
                "Say what to evaluate on: nab, skab, csv, drift, retrieval or questions. See watchkeeper evaluate --help.");
    }
}
