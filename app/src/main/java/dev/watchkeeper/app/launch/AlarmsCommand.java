package dev.watchkeeper.app.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.JournalCheck;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper alarms}: what is in the data directory, also while an instance runs on it. */
@Command(name = "alarms", mixinStandardHelpOptions = true, description = "Lists the alarms, the newest first.")
final class AlarmsCommand implements Callable<Integer> {
    private static final TimeSpan EVER =
            new TimeSpan(Instant.parse("1970-01-01T00:00:00Z"), Instant.parse("9000-01-01T00:00:00Z"));

    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int most = 1_000;

    @Option(names = "--open", description = "Only those that are not over.")
    private boolean open;

    @Option(names = "--check-journal", description = "Says whether the journal is as it was written; 1 when it is not.")
    private boolean checkJournal;

    @Override
    public Integer call() throws Exception {
        if (checkJournal) {
            return check();
        }
        List<Alarm> alarms = alarms();
        if (json) {
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(
                            alarms.stream().map(AlarmsCommand::fields).toList()));
        } else if (alarms.isEmpty()) {
            System.out.println("No alarms.");
        } else {
            alarms.forEach(alarm -> System.out.println(AlarmLines.line(alarm)));
        }
        return 0;
    }

    private int check() {
        if (!Files.isDirectory(DataDirectory.storeOf(parent.data()))) {
            System.out.println("No journal.");
            return 0;
        }
        try (Store store = Store.open(DataDirectory.storeOf(parent.data()))) {
            JournalCheck check = store.alarms().checkJournal();
            if (check.damage().isPresent()) {
                System.err.println("The journal was changed: " + check.damage().get() + ".");
                return 1;
            }
            System.out.println("The journal is as it was written: " + check.lines() + " lines.");
            return 0;
        }
    }

    private List<Alarm> alarms() {
        if (!Files.isDirectory(DataDirectory.storeOf(parent.data()))) {
            return List.of();
        }
        try (Store store = Store.open(DataDirectory.storeOf(parent.data()))) {
            return open ? store.alarms().open() : store.alarms().opened(EVER, most);
        }
    }

    private static Map<String, Object> fields(Alarm alarm) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", alarm.id().value());
        fields.put("asset", alarm.asset().value());
        fields.put("rule", alarm.rule());
        fields.put("message", alarm.message());
        fields.put("priority", alarm.priority().name());
        fields.put("state", alarm.state().name());
        fields.put("openedAt", alarm.openedAt().toString());
        fields.put("closedAt", alarm.closedAt().map(Instant::toString).orElse(null));
        fields.put("windowStart", alarm.window().start().toString());
        fields.put("windowEnd", alarm.window().end().toString());
        fields.put("score", alarm.score());
        fields.put(
                "sensors",
                alarm.contributions().stream()
                        .map(contribution -> contribution.sensor().toString())
                        .toList());
        fields.put(
                "acknowledgedBy", alarm.acknowledgment().map(ack -> ack.user()).orElse(null));
        fields.put("owner", alarm.handling().ownerOrNull());
        fields.put(
                "suppressed",
                alarm.handling().suppressions().stream()
                        .map(AlarmsCommand::fields)
                        .toList());
        return fields;
    }

    private static Map<String, Object> fields(Suppression suppression) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", suppression.kind().name());
        fields.put("by", suppression.by());
        fields.put("why", suppression.why());
        fields.put("since", suppression.since().toString());
        fields.put("until", suppression.until().map(Instant::toString).orElse(null));
        return fields;
    }
}
