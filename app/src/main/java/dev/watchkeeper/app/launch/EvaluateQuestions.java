package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.assistant.evaluate.QuestionEvaluation;
import dev.watchkeeper.engine.assistant.evaluate.QuestionSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper evaluate questions}. */
@Command(
        name = "questions",
        mixinStandardHelpOptions = true,
        description = {
            "Puts questions to the demo plant's assistant and counts those that reach the right tool with the right arguments.",
            "Last line: questions total=… right=… rate=…"
        })
final class EvaluateQuestions implements Callable<Integer> {
    @Option(names = "--held-out", description = "The set that was written after the rules.")
    private boolean heldOut;

    @Option(names = "--file", paramLabel = "FILE", description = "A set of your own: lines of question, tab, call.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        QuestionEvaluation.Result result = QuestionEvaluation.run(set());
        result.wrong()
                .forEach(one ->
                        System.out.printf("%s%n  wanted %s%n  got    %s%n", one.question(), one.wanted(), one.got()));
        System.out.println(result.line());
        return 0;
    }

    private QuestionSet set() {
        Path own = file;
        if (own == null) {
            return heldOut ? QuestionSet.heldOut() : QuestionSet.shipped();
        }
        try {
            return QuestionSet.read(own);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("The questions of " + own + " cannot be used: " + e.getMessage() + ".");
        }
    }
}
