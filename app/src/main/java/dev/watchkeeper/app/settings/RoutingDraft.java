package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.RoutingRule;
import dev.watchkeeper.engine.notify.route.Schedule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule of routing as a form.
 *
 * @param ruleOrNull as it is kept; null when it is new
 * @param settings from which recipients and escalations are chosen
 * @param zone of the hours of a new rule
 */
record RoutingDraft(@Nullable RoutingRule ruleOrNull, NotifySettings settings, ZoneId zone) implements Draft {
    /** What a rule can speak of. The others follow from these, or are sent by hand. */
    private static final List<NoticeKind> KINDS = List.of(
            NoticeKind.ALARM_RAISED,
            NoticeKind.ALARM_WORSENED,
            NoticeKind.DRIFT,
            NoticeKind.PIPELINE,
            NoticeKind.DEVICE);

    @Override
    public String title() {
        return ruleOrNull == null ? "New rule" : "Rule " + ruleOrNull.name();
    }

    @Override
    public List<Field> fields(Values values) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("name", "Name", "Night shift"));
        fields.add(Field.several(
                "kinds",
                "Tells of",
                KINDS.stream()
                        .map(kind -> new Field.Choice(kind.name(), kind.label()))
                        .toList(),
                "none chosen: everything"));
        fields.add(Field.one("atLeast", "Priority at least", priorities()));
        fields.add(Field.text("assets", "Assets", "all; or patterns such as pump-*, wet-well"));
        fields.addAll(HoursFields.fields());
        fields.add(Field.several("recipients", "Recipients", People.choices(settings), ""));
        List<Field.Choice> chains = new ArrayList<>(List.of(new Field.Choice("", "None")));
        settings.escalations().forEach(chain -> chains.add(new Field.Choice(chain.name(), chain.name())));
        fields.add(Field.one("escalation", "Escalation", chains));
        return fields;
    }

    static List<Field.Choice> priorities() {
        return Arrays.stream(Priority.values())
                .map(priority -> new Field.Choice(priority.name(), Words.of(priority)))
                .toList();
    }

    @Override
    public Map<String, String> start() {
        if (ruleOrNull == null) {
            return Map.of("atLeast", Priority.MEDIUM.name(), "from", "00:00", "until", "00:00");
        }
        return Map.of(
                "name", ruleOrNull.name(),
                "kinds",
                        Values.joined(ruleOrNull.kinds().stream()
                                .sorted()
                                .map(NoticeKind::name)
                                .toList()),
                "atLeast", ruleOrNull.atLeast().name(),
                "assets", String.join(", ", ruleOrNull.assets()),
                "days", HoursFields.days(ruleOrNull.when()),
                "from", ruleOrNull.when().from().toString(),
                "until", ruleOrNull.when().until().toString(),
                "recipients", Values.joined(ruleOrNull.recipients()),
                "escalation", ruleOrNull.escalation());
    }

    @Override
    public Result put(Values values, NotifySettings into) {
        List<Problem> problems = new ArrayList<>();
        String name = values.text("name");
        String own = ruleOrNull == null ? null : ruleOrNull.name();
        if (name.isEmpty()) {
            problems.add(new Problem("name", "Give it a name, such as Night shift."));
        } else if (Parts.taken(into.rules().stream().map(RoutingRule::name).toList(), name, own)) {
            problems.add(new Problem("name", "Another rule has this name; choose one of its own."));
        }
        List<String> recipients = values.several("recipients");
        if (recipients.isEmpty()) {
            problems.add(new Problem(
                    "recipients",
                    into.recipients().isEmpty() ? "Add a recipient first." : "Choose at least one recipient."));
        }
        Optional<Schedule> when = HoursFields.read(
                values, ruleOrNull == null ? zone : ruleOrNull.when().zone(), problems);
        if (!problems.isEmpty() || when.isEmpty()) {
            return Result.wrong(problems);
        }
        Set<NoticeKind> kinds =
                values.several("kinds").stream().map(NoticeKind::valueOf).collect(Collectors.toSet());
        List<String> assets = Arrays.stream(values.text("assets").split("[,\\s]+"))
                .filter(pattern -> !pattern.isEmpty())
                .toList();
        RoutingRule rule = new RoutingRule(
                name,
                kinds,
                Priority.valueOf(values.text("atLeast")),
                assets,
                when.get(),
                recipients,
                values.text("escalation"));
        return Result.right(
                Parts.rules(into, Parts.put(into.rules(), each -> each.name().equals(own), rule)), "rule " + name);
    }

    /** Such as "Alarm, Drift of pump-*, medium or higher". */
    static String words(RoutingRule rule) {
        String kinds = rule.kinds().isEmpty()
                ? "everything"
                : rule.kinds().stream().sorted().map(NoticeKind::label).collect(Collectors.joining(", "));
        String assets = rule.assets().isEmpty() ? "" : " of " + String.join(", ", rule.assets());
        return kinds + assets + ", " + orHigher(rule.atLeast());
    }

    /** Such as "medium or higher". */
    static String orHigher(Priority priority) {
        return switch (priority) {
            case LOW -> "any priority";
            case MEDIUM -> "medium or high";
            case HIGH -> "high";
        };
    }
}
