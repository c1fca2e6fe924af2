package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.alarms.AlarmsScreen;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.signal.Sensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a picture is made of: a screen, or a part of one.
 *
 * @param name as it is asked for, such as {@code settings/rules}
 * @param prepare brings the console there, on the FX application thread
 */
public record Sight(String name, ScreenId screen, BiConsumer<Console, ConsolePorts> prepare) {
    /** All that can be pictured. */
    public static List<Sight> all() {
        List<Sight> all =
                new ArrayList<>(Arrays.stream(ScreenId.values()).map(Sight::of).toList());
        for (String part : AlarmsScreen.PARTS) {
            all.add(new Sight(
                    "alarms/" + part, ScreenId.ALARMS, (console, ports) -> console.navigate(ScreenId.ALARMS, part)));
        }
        all.add(new Sight(
                "settings/rules",
                ScreenId.SETTINGS,
                (console, ports) ->
                        ports.rules().all().stream().findFirst().ifPresent(rule -> console.selectRule(rule.id()))));
        all.add(new Sight("settings/maintenance", ScreenId.SETTINGS, (console, ports) -> console.showMaintenance()));
        all.add(new Sight(
                "rules/new", ScreenId.SETTINGS, (console, ports) -> console.openRule(first(ports, Optional.empty()))));
        all.add(new Sight("rules/rehearsal", ScreenId.SETTINGS, (console, ports) -> {
            Optional<AlarmRule> limit = ports.rules().all().stream()
                    .filter(rule -> rule.condition() instanceof Condition.OfSensor)
                    .findFirst();
            console.openRule(first(ports, limit));
            console.rehearseRule();
        }));
        return List.copyOf(all);
    }

    /** A whole screen. */
    public static Sight of(ScreenId screen) {
        return new Sight(screen.name().toLowerCase(Locale.ROOT), screen, (console, ports) -> {});
    }

    /** The same with the assistant beside it, which is asked a question; with a blank one, the same without it. */
    public Sight asking(String question) {
        return question.isBlank()
                ? this
                : new Sight(name, screen, prepare.andThen((console, ports) -> console.ask(question)));
    }

    /** One with a rule being written in the dialog, and rehearsed. */
    static Sight rehearsing(RuleDraft draft) {
        return writing(draft, true);
    }

    /** One with a rule being written in the dialog. */
    static Sight writing(RuleDraft draft, boolean rehearsed) {
        return new Sight("rule", ScreenId.SETTINGS, (console, ports) -> {
            console.openRule(draft);
            if (rehearsed) {
                console.rehearseRule();
            }
        });
    }

    /** The one of a name, in whatever case. */
    public static Optional<Sight> named(String name) {
        return all().stream()
                .filter(sight -> sight.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A rule that stands; where there is none, one for the first sensor, at its newest value. */
    private static RuleDraft first(ConsolePorts ports, Optional<AlarmRule> rule) {
        Optional<Sensor> sensor = ports.assets().all().stream()
                .flatMap(asset -> asset.sensors().stream())
                .findFirst();
        return rule.map(RuleDraft::of)
                .or(() -> sensor.map(one -> RuleDraft.empty(RuleKind.LIMIT_VALUE)
                        .with(RuleField.ASSET, one.id().asset().value())
                        .with(RuleField.SENSOR, one.id().name())
                        .with(RuleField.LEVEL, Condition.Level.HIGH.name())
                        .with(
                                RuleField.LIMIT,
                                ports.live()
                                        .latest(one.id())
                                        .map(latest ->
                                                Double.toString(latest.reading().value()))
                                        .orElse(""))))
                .orElseGet(() -> RuleDraft.empty(RuleKind.LIMIT_VALUE));
    }
}
