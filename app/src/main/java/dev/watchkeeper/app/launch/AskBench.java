package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.assistant.AssistantPorts;
import dev.watchkeeper.engine.assistant.Listener;
import dev.watchkeeper.engine.assistant.Question;
import dev.watchkeeper.engine.assistant.Reply;
import dev.watchkeeper.engine.assistant.memory.ConversationId;
import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper bench ask}: how long an answer without a language model takes, beside a stream under load. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Asks a fixed list of questions and measures until the answer's first words, without a language model.",
            "Looks at the Watchkeeper that runs on the data directory, or starts one with the demo plant.",
            "Last line: ask questions=… first_question_ms=… warm_up_ms=… first_words_p50_ms=… first_words_p95_ms=…"
        })
final class AskBench implements Callable<Integer> {
    private static final long PATIENCE_LOOKS = 1_800;
    private static final long LOOK_MILLIS = 100;
    private static final List<String> QUESTIONS = List.of(
            "what should I do when a pump cavitates?",
            "what is wrong now",
            "why did P-101 alarm",
            "which alarms are open",
            "how many alarms in the last 24 hours",
            "what is the level of the wet well",
            "show vibration of pump 3 since yesterday",
            "compare the flow of pump 1 today with yesterday",
            "is anything drifting?",
            "how good are the models",
            "is the pipeline running",
            "which are the bad actors this week",
            "was there a flood today?",
            "what is shelved",
            "how should I respond to an alarm flood",
            "how do I grease the bearing of pump 1",
            "what does a fouled heat exchanger look like?",
            "who wrote Hamlet?",
            "acknowledge the alarm on pump 2",
            "when was the last alarm on the compressor");

    @ParentCommand
    private BenchCommand bench = new BenchCommand();

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "How often the list is asked. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Override
    public Integer call() throws Exception {
        var data = bench.parent.data();
        var running = DataDirectory.runningBroker(data);
        if (running.isPresent()) {
            try (Viewer viewer = Viewer.of(running.get(), data, Clock.systemUTC())) {
                measure(viewer.ports().assistant());
            }
        } else {
            Files.createDirectories(data);
            try (Instance instance = Instance.open(data, DemoSettings.STANDARD, Clock.systemUTC())) {
                instance.start();
                measure(instance.assistant().ports());
            }
        }
        return 0;
    }

    private void measure(AssistantPorts ports) throws InterruptedException {
        await(ports);
        long before = System.nanoTime();
        ports.documents().warmUp().run();
        double warmUp = millis(before);
        ConversationId conversation = null;
        List<Double> times = new ArrayList<>();
        double first = 0;
        for (int round = 0; round < rounds; round++) {
            List<Double> own = new ArrayList<>();
            for (String question : QUESTIONS) {
                long asked = System.nanoTime();
                Reply reply = ask(ports, question, conversation);
                double took = millis(asked);
                conversation = reply.conversation();
                own.add(took);
                if (round == 0) {
                    first = first == 0 ? took : first;
                    System.out.printf(Locale.ROOT, "%7.1f ms  %s%n", took, question);
                }
            }
            times.addAll(own);
        }
        System.out.printf(
                Locale.ROOT,
                "ask questions=%d first_question_ms=%.0f warm_up_ms=%.0f first_words_p50_ms=%.1f first_words_p95_ms=%.1f%n",
                times.size(),
                first,
                warmUp,
                quantile(times, 0.5),
                quantile(times, 0.95));
    }

    /** An answer without a language model comes as a whole: its first words are there when it is. */
    private static Reply ask(AssistantPorts ports, String question, @Nullable ConversationId conversation) {
        return ports.assistant().ask(new Question(question, conversation, Context.NONE, false), Listener.NONE);
    }

    /** Waits until the documents are indexed and there is a plant to ask about. */
    private static void await(AssistantPorts ports) throws InterruptedException {
        for (long look = 0; look < PATIENCE_LOOKS; look++) {
            KnowledgeStatus status = ports.documents().folders().status();
            if (status.state() == KnowledgeStatus.State.UP_TO_DATE && status.passages() > 0) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new UserError("The documents were not indexed within " + PATIENCE_LOOKS * LOOK_MILLIS / 1_000
                + " s. Look into the log, then measure again.");
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }
}
