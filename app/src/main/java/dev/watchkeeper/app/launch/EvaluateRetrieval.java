package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.evaluate.RetrievalEvaluation;
import dev.watchkeeper.engine.evaluate.RetrievalResult;
import dev.watchkeeper.engine.knowledge.embed.MiniLm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper evaluate retrieval}. */
@Command(
        name = "retrieval",
        mixinStandardHelpOptions = true,
        description = {
            "Asks questions of which the answer is known: --data is a file in the JSON of SQuAD, or with --corpus a table of"
                    + " questions to a folder of manuals (question, files, headings, words that the right passage holds,"
                    + " separated by tabs).",
            "Last line: retrieval r1=… r5=… mrr10=… sentence1=… sentence2=… refused=… kept=… p95_ms=…"
        })
final class EvaluateRetrieval implements Callable<Integer> {
    @ParentCommand
    private EvaluateCommand evaluate = new EvaluateCommand();

    @Option(names = "--corpus", paramLabel = "DIR", description = "The folder of manuals that the questions are about.")
    private @Nullable Path corpus;

    @Option(
            names = "--questions",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many of the questions of a JSON file are asked. Default: ${DEFAULT-VALUE}, the first.")
    private int questions = 2_000;

    @Option(
            names = "--weights",
            description = "Instead, print the weights of the rankers that the questions behind these teach.")
    private boolean weights;

    @Override
    public Integer call() {
        Path data = evaluate.data();
        AtomicBoolean cancelled = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("cancel").unstarted(() -> cancelled.set(true)));
        try {
            Path temporary = Files.createTempDirectory("watchkeeper-retrieval");
            try (MiniLm model = KnowledgeCare.model(temporary)) {
                run(data, new RetrievalEvaluation(temporary, model, EvaluateRetrieval::show, cancelled::get));
                return 0;
            } finally {
                Directories.delete(temporary);
            }
        } catch (CancellationException e) {
            throw new UserError("Cancelled.");
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("The questions in " + data + " cannot be asked: " + e.getMessage() + ".");
        }
    }

    private void run(Path data, RetrievalEvaluation evaluation) throws IOException {
        Path manuals = corpus;
        if (weights) {
            evaluation.weights(data, questions).forEach(System.out::println);
            return;
        }
        if (manuals == null && !data.toString().endsWith(".json")) {
            throw new UserError("Say with --corpus which folder the questions in " + data + " are about.");
        }
        if (manuals != null && !Files.isDirectory(manuals)) {
            throw new UserError(manuals + " is not a directory.");
        }
        RetrievalResult result =
                manuals == null ? evaluation.articles(data, questions) : evaluation.manuals(data, manuals);
        result.table().forEach(System.out::println);
        System.out.println(result.line());
    }

    private static void show(String what, int done, int all) {
        if (all == 0) {
            System.err.println("\r" + what);
        } else if (done % 20 == 0 || done == all) {
            System.err.printf(Locale.ROOT, "\r%d of %d %s%s", done, all, what, done == all ? "\n" : "");
        }
    }
}
