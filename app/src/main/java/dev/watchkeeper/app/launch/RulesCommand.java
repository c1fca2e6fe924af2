package dev.watchkeeper.app.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.alarm.rule.RuleWording;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper rules}: what is in the data directory, also while an instance runs on it. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists the rules, by asset.")
final class RulesCommand implements Callable<Integer> {
    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Map<String, Object>> rules = rules();
        if (json) {
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(rules));
        } else if (rules.isEmpty()) {
            System.out.println("No rules.");
        } else {
            rules.forEach(rule -> System.out.printf(
                    Locale.ROOT,
                    "%-32s %-8s %-4s %s%n",
                    rule.get("id"),
                    rule.get("priority"),
                    Boolean.TRUE.equals(rule.get("enabled")) ? "on" : "off",
                    rule.get("says")));
        }
        return 0;
    }

    private List<Map<String, Object>> rules() {
        if (!Files.isDirectory(DataDirectory.storeOf(parent.data()))) {
            return List.of();
        }
        try (Store store = Store.open(DataDirectory.storeOf(parent.data()))) {
            RuleWording wording = new RuleWording(new KnownAssets(store.assets()));
            return store.rules().newest().stream()
                    .flatMap(version -> version.rule().stream())
                    .map(rule -> fields(rule, wording))
                    .toList();
        }
    }

    private static Map<String, Object> fields(AlarmRule rule, RuleWording wording) {
        Map<String, Object> fields = new LinkedHashMap<>();
        RuleKind kind = RuleKind.of(rule.condition());
        fields.put("id", rule.id().toString());
        fields.put("asset", rule.condition().asset().value());
        fields.put("kind", kind.name());
        fields.put("priority", rule.priority().name());
        fields.put("enabled", rule.enabled());
        fields.put("latching", rule.traits().latching());
        fields.put(
                "says",
                wording.message(rule.condition())
                        .orElse(rule.condition().asset()
                                + (kind == RuleKind.DRIFT ? " drifts" : " does not behave as usual")));
        fields.put("cause", rule.guidance().cause());
        fields.put("consequence", rule.guidance().consequence());
        fields.put("action", rule.guidance().action());
        fields.put("timeToRespond", rule.guidance().timeToRespond().toString());
        return fields;
    }
}
