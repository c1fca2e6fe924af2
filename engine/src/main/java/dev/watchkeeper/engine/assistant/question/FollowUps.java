package dev.watchkeeper.engine.assistant.question;

import dev.watchkeeper.engine.assistant.tool.AlarmFilter;
import dev.watchkeeper.engine.assistant.tool.AlarmRef;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for questions that only make sense after another one, or beside what the user looks at. */
final class FollowUps {
    private static final String POINTING =
            "it|this|that|these|those|them|they|its|their|the same|the alarm|the one|same";
    private static final String LEAD = "(?:(?:and|so|ok|okay|but|then|now|also|please|well) )*";

    private final Intents intents;
    private final Context context;
    private final Comparing comparing;

    FollowUps(Intents intents, Context context, Instant now, ZoneId zone) {
        this.intents = intents;
        this.context = context;
        comparing = new Comparing(now, zone);
    }

    /** Empty for a question that stands alone. */
    Optional<ToolCall> read(Reading reading) {
        return brief(reading).or(() -> again(reading)).or(() -> pointing(reading));
    }

    private AlarmRef alarm() {
        return context.alarm()
                .<AlarmRef>map(AlarmRef.ById::new)
                .orElseGet(() -> new AlarmRef.Newest(new AlarmFilter(context.assetOrNull(), List.of(), null, false)));
    }

    private boolean anything() {
        return context.callOrNull() != null
                || context.alarmOrNull() != null
                || context.assetOrNull() != null
                || !context.sensors().isEmpty();
    }

    private Optional<ToolCall> brief(Reading reading) {
        if (!anything()) {
            return Optional.empty();
        }
        if (reading.is(
                LEAD
                        + "(?:why|how come|why (?:is|was|did) (?:that|this|it|so)(?: so| happen| happening| fire| alarm)?|why so|what is the (?:reason|cause)|explain(?: (?:it|this|that))?|what caused (?:it|this|that))")) {
            return context.callOrNull() instanceof ToolCall.DriftState drift
                    ? Optional.of(drift)
                    : Optional.of(new ToolCall.ExplainAlarm(alarm()));
        }
        if (reading.is(LEAD + "what (?:should|must|shall|do|can) (?:i|we) do(?: now| next| about (?:it|this|that))*|"
                + LEAD + "what now|" + LEAD + "what next")) {
            return Optional.of(new ToolCall.ExplainAlarm(alarm()));
        }
        if (reading.is(
                LEAD
                        + "(?:show|plot|chart|draw|graph|display|let me see)(?: (?:me|it|them|that|this|the|chart|trend|trends|a|as|on))*(?: @time)?")) {
            return drawn(reading);
        }
        if (reading.is(
                LEAD
                        + "(?:how often|how many times)(?: (?:did|does|has|is|was))?(?: (?:it|this|that|the same))?(?: (?:happen|happened|happens|occur|occurred|alarm|alarmed|fire|fired|before))*(?: @time)?|"
                        + LEAD
                        + "(?:has|did) (?:it|this|that) (?:happen|happened|occur|occurred)(?: (?:before|earlier|already|again|ever))*(?: @time)?")) {
            return Optional.of(new ToolCall.CountSimilar(alarm(), intents.countSpan(reading)));
        }
        if (reading.is(
                LEAD
                        + "(?:when (?:was|did) (?:it|this|that)(?: (?:last|happen|happened|fire|alarm))*(?: last)?|when was the last time|since when)")) {
            return Optional.of(
                    new ToolCall.LastAlarm(context.asset().map(AlarmFilter::of).orElse(AlarmFilter.ALL)));
        }
        return Optional.empty();
    }

    private Optional<ToolCall> drawn(Reading reading) {
        List<SensorId> sensors = !context.sensors().isEmpty()
                ? context.sensors()
                : context.asset().map(intents::sensorsOf).orElse(List.of());
        if (sensors.isEmpty()) {
            return Optional.empty();
        }
        TimeSpan span = reading.span().or(context::span).orElseGet(() -> intents.historySpan(reading));
        return Optional.of(new ToolCall.SensorHistory(sensors, span));
    }

    /** The last question again with another time, asset or quantity: {@code and yesterday?}, {@code what about pump 2}. */
    private Optional<ToolCall> again(Reading reading) {
        ToolCall last = context.callOrNull();
        boolean bare = reading.is(
                LEAD
                        + "(?:(?:what|how) about |same (?:thing )?(?:for |on )?|the same (?:for |on )?|for |on |in |at |only |just )?(?:the )?(?:(?:@time|@asset|[a-z0-9-]+)(?: |$)){1,4}(?:please|too|as well|then|instead)?");
        boolean led = reading.is("(?:and|what about|how about|same|the same|but|also|only|just|now) .*")
                || reading.is("(?:the |on |for |in )?(?:@time|@asset)(?: instead| too)?");
        boolean adds = !reading.spans().isEmpty()
                || !reading.assets().isEmpty()
                || !reading.sensors().isEmpty();
        boolean verb = reading.has("is|are|was|were|did|does|do|has|have|acknowledge|shelve|retrain|open|unshelve");
        if (last == null || !bare || !led || !adds || verb) {
            return Optional.empty();
        }
        return Optional.ofNullable(with(last, reading));
    }

    private @Nullable ToolCall with(ToolCall last, Reading reading) {
        TimeSpan span = reading.spanOrNull();
        AssetId asset = reading.assetOrNull();
        if (last instanceof ToolCall.SensorValues values) {
            List<SensorId> sensors = moved(values.sensors(), reading);
            return span == null ? new ToolCall.SensorValues(sensors) : new ToolCall.SensorHistory(sensors, span);
        } else if (last instanceof ToolCall.SensorHistory history) {
            return new ToolCall.SensorHistory(moved(history.sensors(), reading), span == null ? history.span() : span);
        } else if (last instanceof ToolCall.CompareHistory compare) {
            List<SensorId> sensors = moved(compare.sensors(), reading);
            return span == null
                    ? new ToolCall.CompareHistory(sensors, compare.span(), compare.earlier())
                    : comparing.of(sensors, List.of(compare.span(), span));
        } else if (last instanceof ToolCall.ListAlarms list) {
            return new ToolCall.ListAlarms(filter(list.filter(), reading), span == null ? list.spanOrNull() : span);
        } else if (last instanceof ToolCall.CountAlarms count) {
            return new ToolCall.CountAlarms(filter(count.filter(), reading), span == null ? count.spanOrNull() : span);
        } else if (last instanceof ToolCall.CountSimilar similar) {
            return new ToolCall.CountSimilar(similar.alarm(), span == null ? similar.span() : span);
        } else if (last instanceof ToolCall.LastAlarm alarm) {
            return new ToolCall.LastAlarm(filter(alarm.filter(), reading));
        } else if (last instanceof ToolCall.KpiFigures kpis) {
            return span == null ? null : new ToolCall.KpiFigures(kpis.topic(), span);
        } else if (last instanceof ToolCall.DriftState && asset != null) {
            return new ToolCall.DriftState(asset, reading.sensors());
        } else if (last instanceof ToolCall.ModelState model && asset != null) {
            return new ToolCall.ModelState(asset, model.aspect());
        } else if (last instanceof ToolCall.ExplainAlarm && asset != null) {
            return new ToolCall.ExplainAlarm(reading.newest());
        } else if (last instanceof ToolCall.Status && span != null) {
            return new ToolCall.ListAlarms(reading.filter(), span);
        } else if (last instanceof ToolCall.Status && asset != null) {
            return new ToolCall.Status(asset);
        }
        return null;
    }

    private static AlarmFilter filter(AlarmFilter last, Reading reading) {
        AlarmFilter said = reading.filter();
        return new AlarmFilter(
                said.assetOrNull() == null ? last.assetOrNull() : said.assetOrNull(),
                said.assetOrNull() == null && said.sensors().isEmpty() ? last.sensors() : said.sensors(),
                said.priorityOrNull() == null ? last.priorityOrNull() : said.priorityOrNull(),
                said.unacknowledged() || last.unacknowledged());
    }

    /** The same quantities of another asset, or another quantity of the same assets. */
    private List<SensorId> moved(List<SensorId> last, Reading reading) {
        if (!reading.sensors().isEmpty()) {
            List<AssetId> before = last.stream().map(SensorId::asset).distinct().toList();
            List<SensorId> same = reading.sensors().stream()
                    .filter(sensor -> before.contains(sensor.asset()))
                    .toList();
            return reading.assets().isEmpty() && !same.isEmpty() ? same : reading.sensors();
        }
        if (reading.assets().isEmpty()) {
            return last;
        }
        List<SensorId> moved = reading.assets().stream()
                .flatMap(asset -> last.stream().map(sensor -> new SensorId(asset, sensor.name())))
                .filter(sensor -> intents.sensorsOf(sensor.asset()).contains(sensor))
                .distinct()
                .toList();
        return moved.isEmpty() ? intents.sensorsOf(reading.assets().get(0)) : moved;
    }

    /** A whole question in which a word points at what was spoken of: {@code shelve it}, {@code is it drifting}. */
    private Optional<ToolCall> pointing(Reading reading) {
        boolean names = !reading.assets().isEmpty();
        if (names || !anything()) {
            return Optional.empty();
        }
        if (!reading.has(POINTING)) {
            return reading.sensors().isEmpty() && !reading.has("all|every|everything|alarms|alerts")
                    ? intents.acts()
                            .wish(reading, alarm(), context.assetOrNull())
                            .map(ToolCall.Propose::new)
                    : Optional.empty();
        }
        Reading filled = new Reading(
                reading.asked(),
                reading.text(),
                context.asset().map(List::of).orElse(List.of()),
                reading.sensors().isEmpty() ? List.of() : own(reading.sensors()),
                reading.spans(),
                reading.lengthOrNull());
        Optional<ToolCall> wish =
                intents.acts().wish(filled, alarm(), context.assetOrNull()).map(ToolCall.Propose::new);
        if (wish.isPresent()) {
            return wish;
        }
        boolean general = reading.is("how (?:do|can|does|should) .*") && !reading.has("it|this|that|its");
        if (general) {
            return Optional.empty();
        }
        if (reading.has(Intents.OFTEN + "|happened before|happen before|how many times")) {
            return Optional.of(new ToolCall.CountSimilar(alarm(), intents.countSpan(reading)));
        }
        if (reading.has("why|what caused|what triggered|reason|explain|what should i do|what do i do|what to do")) {
            return Optional.of(new ToolCall.ExplainAlarm(alarm()));
        }
        if (reading.sensors().isEmpty()
                && reading.has(Intents.COMPARE)
                && !reading.spans().isEmpty()
                && !context.sensors().isEmpty()) {
            return Optional.of(comparing.of(context.sensors(), reading.spans()));
        }
        if (reading.sensors().isEmpty() && reading.has(Intents.SHOW) && !reading.has(Intents.ALARM)) {
            return drawn(reading);
        }
        ToolCall read = intents.read(filled);
        return read instanceof ToolCall.AskDocuments ? Optional.empty() : Optional.of(read);
    }

    private List<SensorId> own(List<SensorId> sensors) {
        List<SensorId> own = sensors.stream()
                .filter(sensor -> sensor.asset().equals(context.assetOrNull()))
                .toList();
        return own.isEmpty() ? sensors : own;
    }
}
