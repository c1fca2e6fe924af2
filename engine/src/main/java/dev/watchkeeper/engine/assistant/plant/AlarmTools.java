package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.kpi.AlarmFacts;
import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.answer.Block;
import dev.watchkeeper.engine.assistant.answer.Draft;
import dev.watchkeeper.engine.assistant.answer.Phrase;
import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.assistant.tool.AlarmFilter;
import dev.watchkeeper.engine.assistant.tool.AlarmRef;
import dev.watchkeeper.engine.assistant.tool.Destination;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which alarms, how many, and when last. Thread-safe; reads the local store. */
final class AlarmTools {
    private static final int MOST_ROWS = 12;
    private static final Duration EVER = Duration.ofDays(365);

    private final PlantPorts ports;
    private final Names names;
    private final Phrase phrase;

    AlarmTools(PlantPorts ports, Phrase phrase) {
        this.ports = ports;
        this.phrase = phrase;
        names = new Names(ports.assets());
    }

    /** The newest open one that fits, else the newest of a year. */
    Optional<Alarm> find(AlarmRef ref) {
        if (ref instanceof AlarmRef.ById one) {
            return ports.alarms().find(one.id());
        }
        AlarmFilter filter = ((AlarmRef.Newest) ref).filter();
        return ports.alarms().current().stream()
                .filter(filter::fits)
                .filter(alarm -> !alarm.suppressed())
                .max(Comparator.comparing(Alarm::openedAt))
                .or(() -> opened(filter, TimeSpan.before(now(), EVER)).stream().findFirst());
    }

    /** Those that fit and opened in a span, the newest first. */
    List<Alarm> opened(AlarmFilter filter, TimeSpan span) {
        List<Alarm> alarms = new ArrayList<>();
        AlarmFacts.forEach(ports.alarms(), span, alarm -> {
            if (filter.fits(alarm)) {
                alarms.add(alarm);
            }
        });
        alarms.sort(Comparator.comparing(Alarm::openedAt).reversed());
        return alarms;
    }

    List<Alarm> open(AlarmFilter filter) {
        return ports.alarms().current().stream()
                .filter(alarm -> !alarm.suppressed() && filter.fits(alarm))
                .sorted(Comparator.comparing(Alarm::openedAt).reversed())
                .toList();
    }

    private java.time.Instant now() {
        return ports.clock().instant().plusMillis(1);
    }

    Answer list(ToolCall.ListAlarms call) {
        Draft draft = new Draft(call).about(call.filter().assetOrNull()).about(call.spanOrNull());
        draft.about(call.filter().sensors());
        List<Alarm> alarms =
                call.span().map(span -> opened(call.filter(), span)).orElseGet(() -> open(call.filter()));
        int source = draft.source(window(call.spanOrNull()));
        String which = which(call.filter());
        String when = call.span().map(span -> " in " + phrase.span(span)).orElse(" open now");
        draft.figure("alarms", alarms.size(), "");
        if (alarms.isEmpty()) {
            draft.text("No " + which + when + ".", source);
        } else {
            long unacknowledged = alarms.stream()
                    .filter(alarm -> !alarm.state().acknowledged())
                    .count();
            draft.text(
                    Phrase.count(alarms.size(), "alarm") + ofWhat(call.filter()) + when
                            + (unacknowledged > 0 ? ", " + unacknowledged + " unacknowledged" : "") + ".",
                    source);
            draft.add(table(alarms));
            if (alarms.size() > MOST_ROWS) {
                draft.text("The newest " + MOST_ROWS + " are shown; the Alarms screen has them all.");
            }
            draft.about(alarms.get(0).id());
            if (call.filter().assetOrNull() == null
                    && alarms.stream().map(Alarm::asset).distinct().count() == 1) {
                draft.about(alarms.get(0).asset());
            }
        }
        return draft.way(
                        alarms.size() == 1
                                ? new Destination.OneAlarm(alarms.get(0).id())
                                : new Destination.AlarmList())
                .done();
    }

    Block.Table table(List<Alarm> alarms) {
        return new Block.Table(
                List.of("Alarm", "Asset", "Opened", "Priority", "State"),
                alarms.stream()
                        .limit(MOST_ROWS)
                        .map(alarm -> List.of(
                                alarm.message(),
                                names.of(alarm.asset()),
                                phrase.time(alarm.openedAt()),
                                Phrase.of(alarm.priority()),
                                Phrase.of(alarm.state())))
                        .toList());
    }

    Answer count(ToolCall.CountAlarms call) {
        Draft draft = new Draft(call).about(call.filter().assetOrNull()).about(call.spanOrNull());
        draft.about(call.filter().sensors());
        List<Alarm> alarms =
                call.span().map(span -> opened(call.filter(), span)).orElseGet(() -> open(call.filter()));
        int source = draft.source(window(call.spanOrNull()));
        draft.figure("alarms", alarms.size(), "");
        String when = call.span()
                .map(span -> " in " + phrase.span(span))
                .orElse(alarms.size() == 1 ? " is open now" : " are open now");
        draft.text(Phrase.count(alarms.size(), "alarm") + ofWhat(call.filter()) + when + ".", source);
        if (!alarms.isEmpty()) {
            draft.text(
                    byAsset(alarms) + "The newest: “" + alarms.get(0).message() + "” on "
                            + names.of(alarms.get(0).asset()) + " at "
                            + phrase.time(alarms.get(0).openedAt()) + ".",
                    source);
            draft.about(alarms.get(0).id());
        }
        return draft.way(new Destination.AlarmList()).done();
    }

    private String byAsset(List<Alarm> alarms) {
        var counts = alarms.stream().collect(Collectors.groupingBy(Alarm::asset, Collectors.counting()));
        if (counts.size() < 2) {
            return "";
        }
        return counts.entrySet().stream()
                        .sorted(java.util.Map.Entry.<dev.watchkeeper.engine.signal.AssetId, Long>comparingByValue()
                                .reversed()
                                .thenComparing(java.util.Map.Entry.comparingByKey()))
                        .limit(4)
                        .map(entry -> names.of(entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(", "))
                + ". ";
    }

    Answer last(ToolCall.LastAlarm call) {
        Draft draft = new Draft(call).about(call.filter().assetOrNull());
        draft.about(call.filter().sensors());
        TimeSpan year = TimeSpan.before(now(), EVER);
        List<Alarm> alarms = opened(call.filter(), year);
        int source = draft.source(new Source.Data("alarms", year));
        if (alarms.isEmpty()) {
            return draft.text("No " + which(call.filter()) + " in the last year.", source)
                    .way(new Destination.AlarmList())
                    .done();
        }
        Alarm alarm = alarms.get(0);
        Duration ago = Duration.between(alarm.openedAt(), ports.clock().instant());
        draft.text(
                "The last alarm" + ofWhat(call.filter()) + " opened at " + phrase.time(alarm.openedAt()) + ", "
                        + Phrase.length(ago) + " ago: “" + alarm.message() + "” on " + names.of(alarm.asset()) + ", "
                        + Phrase.of(alarm.priority()) + " priority, " + Phrase.of(alarm.state()) + ".",
                source);
        return draft.about(alarm.id())
                .about(alarm.asset())
                .way(new Destination.OneAlarm(alarm.id()))
                .done();
    }

    Source window(@Nullable TimeSpan span) {
        return new Source.Data(
                "alarms",
                span == null
                        ? new TimeSpan(ports.clock().instant(), ports.clock().instant())
                        : span);
    }

    private String which(AlarmFilter filter) {
        return (filter.unacknowledged() ? "unacknowledged " : "")
                + filter.priority().map(one -> Phrase.of(one) + "-priority ").orElse("") + "alarm" + ofWhat(filter);
    }

    private String ofWhat(AlarmFilter filter) {
        if (!filter.sensors().isEmpty()) {
            return " of " + filter.sensors().stream().map(names::of).collect(Collectors.joining(" or "));
        }
        return filter.asset().map(asset -> " of " + names.of(asset)).orElse("");
    }
}
