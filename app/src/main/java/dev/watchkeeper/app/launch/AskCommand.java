package dev.watchkeeper.app.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.watchkeeper.app.assistant.AssistantPorts;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.assistant.Listener;
import dev.watchkeeper.engine.assistant.Question;
import dev.watchkeeper.engine.assistant.Reply;
import dev.watchkeeper.engine.assistant.answer.Proposal;
import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.assistant.memory.ConversationId;
import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.assistant.tool.CallText;
import dev.watchkeeper.engine.live.PipelineStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper ask}: an answer in the terminal, beside a running instance or from what a data directory holds. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a question about the plant or from the documents, with where the answer comes from.",
            "Changes nothing: what could be done is named, and done in the console.",
            "Exit status 0 when answered, 3 when there is no evidence."
        })
final class AskCommand implements Callable<Integer> {
    private static final int NO_EVIDENCE = 3;
    private static final long LOOK_MILLIS = 100;
    private static final int PATIENCE_LOOKS = 100;

    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "In plain English.")
    private List<String> words = List.of();

    @Option(names = "--json", description = "As a JSON object.")
    private boolean json;

    @Option(names = "--conversation", paramLabel = "ID", description = "Go on with this conversation.")
    private @Nullable Long conversation;

    private final ZoneId zone = ZoneId.systemDefault();

    @Override
    public Integer call() throws Exception {
        parent.checkProfile();
        Path data = parent.data();
        var running = DataDirectory.runningBroker(data);
        if (running.isPresent()) {
            try (Viewer viewer = Viewer.of(running.get(), data, Clock.systemUTC())) {
                for (int look = 0;
                        look < PATIENCE_LOOKS && viewer.pipeline().state() == PipelineStatus.State.STARTING;
                        look++) {
                    Thread.sleep(LOOK_MILLIS);
                }
                return ask(viewer.ports().assistant());
            }
        }
        if (!Files.isDirectory(DataDirectory.storeOf(data))) {
            throw new UserError("There is no data in " + data
                    + " to ask about. Start watchkeeper first, or name another with --data DIR.");
        }
        try (Instance instance = Instance.open(data, null, Clock.systemUTC())) {
            return ask(instance.assistant().ports());
        }
    }

    private int ask(AssistantPorts ports) throws JsonProcessingException {
        String text = String.join(" ", words);
        if (text.isBlank()) {
            throw new UserError("The question is empty.");
        }
        Long wanted = conversation;
        ConversationId id = wanted == null ? null : new ConversationId(wanted);
        if (id != null && ports.conversations().find(id).isEmpty()) {
            throw new UserError("There is no conversation " + id + ".");
        }
        Reply reply = ports.assistant().ask(new Question(text, id, Context.NONE, false), Listener.NONE);
        if (json) {
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(fields(reply)));
        } else {
            print(reply);
        }
        return reply.answer().evidence() ? 0 : NO_EVIDENCE;
    }

    private void print(Reply reply) {
        if (!reply.note().isEmpty()) {
            System.out.println(reply.note());
            System.out.println();
        }
        System.out.println(reply.answer().text());
        for (int i = 0; i < reply.answer().sources().size(); i++) {
            System.out.println(
                    "  [" + (i + 1) + "] " + place(reply.answer().sources().get(i)));
        }
        for (Proposal proposal : reply.answer().proposals()) {
            System.out.println("  In the console: " + proposal.verb() + " " + proposal.sentence());
        }
        System.out.println("  conversation " + reply.conversation());
    }

    private String place(Source source) {
        Formats formats = new Formats(zone);
        var now = Clock.systemUTC().instant();
        return switch (source) {
            case Source.Data data -> data.what() + ", " + formats.span(data.window(), now);
            case Source.Document document ->
                document.place().title()
                        + document.place().headings().stream()
                                .filter(heading ->
                                        !heading.equals(document.place().title()))
                                .map(heading -> " › " + heading)
                                .reduce("", String::concat)
                        + (document.place().page() > 0
                                ? ", page " + document.place().page()
                                : "")
                        + " (" + document.place().document() + ")";
        };
    }

    private Map<String, Object> fields(Reply reply) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("conversation", reply.conversation().value());
        fields.put("turn", reply.turn());
        fields.put("understood", new CallText(zone).of(reply.call()));
        fields.put("evidence", reply.answer().evidence());
        fields.put("note", reply.note());
        fields.put("text", reply.answer().text());
        fields.put("figures", reply.answer().figures());
        fields.put(
                "sources",
                reply.answer().sources().stream().map(AskCommand::fields).toList());
        fields.put(
                "proposals",
                reply.answer().proposals().stream()
                        .map(one -> Map.of(
                                "verb",
                                one.verb(),
                                "object",
                                one.object(),
                                "before",
                                one.before(),
                                "after",
                                one.after()))
                        .toList());
        return fields;
    }

    private static Map<String, Object> fields(Source source) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", source.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        switch (source) {
            case Source.Data data -> {
                fields.put("what", data.what());
                fields.put("start", data.window().start().toString());
                fields.put("end", data.window().end().toString());
            }
            case Source.Document document -> {
                fields.put("document", document.place().document());
                fields.put("title", document.place().title());
                fields.put("headings", document.place().headings());
                fields.put("page", document.place().page());
            }
        }
        return fields;
    }
}
