package dev.watchkeeper.engine.assistant.tool;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a call as one line, such as {@code history sensors=P-101/flow span=2026-03-16T00:00/2026-03-16T12:30}. Immutable. */
public final class CallText {
    private final DateTimeFormatter minute;

    /** @param zone in which the ends of spans are written */
    public CallText(ZoneId zone) {
        minute = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withZone(zone);
    }

    /** The same text for equal calls, another for others that differ by a minute or more. */
    public String of(ToolCall call) {
        if (call instanceof ToolCall.Status status) {
            return "status" + asset(status.assetOrNull());
        } else if (call instanceof ToolCall.ListAlarms list) {
            return "alarms" + filter(list.filter()) + span(list.spanOrNull());
        } else if (call instanceof ToolCall.CountAlarms count) {
            return "count" + filter(count.filter()) + span(count.spanOrNull());
        } else if (call instanceof ToolCall.LastAlarm last) {
            return "last" + filter(last.filter());
        } else if (call instanceof ToolCall.ExplainAlarm explain) {
            return "why" + alarm(explain.alarm());
        } else if (call instanceof ToolCall.CountSimilar count) {
            return "similar" + alarm(count.alarm()) + span(count.span());
        } else if (call instanceof ToolCall.SensorValues values) {
            return "value" + sensors(values.sensors());
        } else if (call instanceof ToolCall.SensorHistory history) {
            return "history" + sensors(history.sensors()) + span(history.span());
        } else if (call instanceof ToolCall.CompareHistory compare) {
            return "compare" + sensors(compare.sensors()) + span(compare.span()) + " earlier="
                    + between(compare.earlier());
        }
        return ofRest(call);
    }

    private String ofRest(ToolCall call) {
        if (call instanceof ToolCall.DriftState drift) {
            return "drift" + asset(drift.assetOrNull()) + sensors(drift.sensors());
        } else if (call instanceof ToolCall.ModelState model) {
            return "models" + asset(model.assetOrNull()) + " aspect=" + word(model.aspect());
        } else if (call instanceof ToolCall.PipelineState) {
            return "pipeline";
        } else if (call instanceof ToolCall.KpiFigures kpis) {
            return "kpis topic=" + word(kpis.topic()) + span(kpis.span());
        } else if (call instanceof ToolCall.Suppressed) {
            return "suppressed";
        } else if (call instanceof ToolCall.Propose propose) {
            return wish(propose.wish());
        } else if (call instanceof ToolCall.Remember) {
            return "remember";
        } else if (call instanceof ToolCall.Recall) {
            return "recall";
        } else if (call instanceof ToolCall.Help) {
            return "help";
        }
        return "documents";
    }

    private String wish(Wish wish) {
        if (wish instanceof Wish.Acknowledge one) {
            return "acknowledge" + alarm(one.alarm());
        } else if (wish instanceof Wish.AcknowledgeAll all) {
            return "acknowledge-all" + asset(all.assetOrNull());
        } else if (wish instanceof Wish.Shelve shelve) {
            return "shelve" + alarm(shelve.alarm()) + " for=" + shelve.length();
        } else if (wish instanceof Wish.ShelveAsset shelve) {
            return "shelve-all" + asset(shelve.asset()) + " for=" + shelve.length();
        } else if (wish instanceof Wish.Unshelve unshelve) {
            return "unshelve" + asset(unshelve.assetOrNull());
        } else if (wish instanceof Wish.Retrain retrain) {
            return "retrain" + asset(retrain.assetOrNull());
        }
        return "open" + destination(((Wish.Open) wish).destination());
    }

    private String destination(Destination destination) {
        if (destination instanceof Destination.Trends trends) {
            return " screen=trends" + sensors(trends.sensors()) + span(trends.spanOrNull());
        } else if (destination instanceof Destination.OneAlarm one) {
            return " screen=alarm id=" + one.alarm();
        } else if (destination instanceof Destination.Models models) {
            return " screen=models" + asset(models.assetOrNull());
        }
        String name = destination.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return " screen=" + (destination instanceof Destination.AlarmList ? "alarms" : name);
    }

    private static String alarm(AlarmRef alarm) {
        return alarm instanceof AlarmRef.ById one
                ? " id=" + one.id()
                : " newest" + filter(((AlarmRef.Newest) alarm).filter());
    }

    private static String filter(AlarmFilter filter) {
        return asset(filter.assetOrNull())
                + sensors(filter.sensors())
                + filter.priority().map(one -> " priority=" + word(one)).orElse("")
                + (filter.unacknowledged() ? " unacknowledged" : "");
    }

    private static String asset(@Nullable AssetId asset) {
        return asset == null ? "" : " asset=" + asset;
    }

    private static String sensors(List<SensorId> sensors) {
        return sensors.isEmpty()
                ? ""
                : " sensors=" + sensors.stream().map(SensorId::toString).collect(Collectors.joining(","));
    }

    private String span(@Nullable TimeSpan span) {
        return span == null ? "" : " span=" + between(span);
    }

    private String between(TimeSpan span) {
        return minute.format(span.start()) + "/" + minute.format(span.end());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
