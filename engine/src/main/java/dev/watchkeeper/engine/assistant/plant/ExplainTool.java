package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.answer.Block;
import dev.watchkeeper.engine.assistant.answer.Draft;
import dev.watchkeeper.engine.assistant.answer.Phrase;
import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.assistant.tool.Destination;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.knowledge.CitedSentence;
import dev.watchkeeper.engine.knowledge.Finding;
import dev.watchkeeper.engine.label.SimilarAlarm;
import dev.watchkeeper.engine.label.SimilarAlarms;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why an alarm fired: the evidence of the window that raised it, what was done about the like of it before, its guidance and the
 * step of the runbook. Thread-safe.
 */
final class ExplainTool {
    private static final double LEAST_SHARE = 0.05;
    private static final int PASSAGES = 3;
    private static final Duration LOOK_BACK = Duration.ofDays(365);

    private final PlantPorts ports;
    private final AlarmTools alarms;
    private final SensorTools sensors;
    private final SimilarAlarms similar;
    private final Names names;
    private final Phrase phrase;

    ExplainTool(PlantPorts ports, AlarmTools alarms, SensorTools sensors, Phrase phrase) {
        this.ports = ports;
        this.alarms = alarms;
        this.sensors = sensors;
        this.phrase = phrase;
        similar = new SimilarAlarms(ports.alarms(), ports.labels());
        names = new Names(ports.assets());
    }

    Answer explain(ToolCall.ExplainAlarm call) {
        Draft draft = new Draft(call);
        Optional<Alarm> found = alarms.find(call.alarm());
        if (found.isEmpty()) {
            return draft.text("There is no such alarm in the last year, so there is nothing to explain.")
                    .way(new Destination.AlarmList())
                    .done();
        }
        Alarm alarm = found.get();
        List<SensorId> own = alarm.contributions().stream()
                .filter(one -> one.share() >= LEAST_SHARE)
                .map(Contribution::sensor)
                .limit(3)
                .toList();
        draft.about(alarm.id()).about(alarm.asset()).about(own).about(alarm.window());
        int window = draft.source(new Source.Data("the window that fired", alarm.window()));
        draft.text(
                "“" + alarm.message() + "” on " + names.of(alarm.asset()) + ", " + Phrase.of(alarm.priority())
                        + " priority, since " + phrase.time(alarm.openedAt()) + ", "
                        + alarm.closedAt()
                                .map(end -> "until " + phrase.time(end))
                                .orElse("still active") + ".",
                window);
        evidence(alarm, draft, window);
        if (!own.isEmpty()) {
            TimeSpan around = around(alarm);
            Block.Chart chart = sensors.chart(own.subList(0, Math.min(2, own.size())), around);
            if (chart.curves().stream().anyMatch(curve -> !curve.points().isEmpty())) {
                draft.add(chart);
            }
        }
        guidance(alarm, draft);
        runbook(alarm, draft);
        before(alarm, draft);
        return draft.way(new Destination.OneAlarm(alarm.id()))
                .way(new Destination.Trends(own, around(alarm)))
                .done();
    }

    private TimeSpan around(Alarm alarm) {
        Duration length = alarm.window().length().multipliedBy(2);
        var end = alarm.window().end().plus(alarm.window().length());
        var now = ports.clock().instant();
        return new TimeSpan(
                alarm.window().start().minus(length),
                end.isAfter(now) && now.isAfter(alarm.window().start()) ? now : end);
    }

    private void evidence(Alarm alarm, Draft draft, int source) {
        if (alarm.contributions().isEmpty()) {
            return;
        }
        String shares = alarm.contributions().stream()
                .filter(one -> one.share() >= LEAST_SHARE)
                .limit(3)
                .map(one -> names.sensor(one.sensor()).label() + " " + Phrase.percent(one.share()))
                .collect(Collectors.joining(", "));
        alarm.contributions().stream().limit(3).forEach(one -> draft.figure(one.sensor() + " share", one.share(), ""));
        draft.figure("score", alarm.score(), "");
        String parts =
                alarm.evidence().parts().stream().limit(2).map(this::part).collect(Collectors.joining("; "));
        draft.text(
                "Why: " + shares + " of the score " + String.format(java.util.Locale.ROOT, "%.2f", alarm.score()) + "."
                        + (parts.isEmpty() ? "" : " " + Phrase.capital(parts) + "."),
                source);
    }

    private String part(ScorePart part) {
        String sensor = names.sensor(part.sensor()).label();
        String size = String.format(java.util.Locale.ROOT, "%.1f", part.size());
        return switch (part.kind()) {
            case RANGE -> sensor + " is " + size + " spreads outside the range seen before";
            case LEVEL ->
                "the level of " + sensor + " is " + size + " times as far from all earlier windows as is usual";
            case SHAPE ->
                "the course of " + sensor + " is " + size + " times as unlike all earlier windows as is usual";
            case BASELINE -> sensor + " is " + size + " scales from its baseline";
            case RELATION -> sensor + " is " + size + " scales from what the other sensors let expect";
        };
    }

    private void guidance(Alarm alarm, Draft draft) {
        var guidance = alarm.guidance();
        draft.text("Probable cause: " + guidance.cause());
        draft.text("What to do: " + guidance.action() + " (within " + Phrase.length(guidance.timeToRespond())
                + "; otherwise: " + guidance.consequence() + ")");
    }

    private void runbook(Alarm alarm, Draft draft) {
        String sensor = alarm.contributions().isEmpty()
                ? ""
                : names.sensor(alarm.contributions().get(0).sensor()).label();
        Finding finding = ports.knowledge()
                .find("What to do when " + alarm.message() + " " + sensor + " " + names.of(alarm.asset()), PASSAGES);
        if (!finding.evidence() || finding.sentences().isEmpty()) {
            draft.text("No step for this in your documents.");
            return;
        }
        CitedSentence best = finding.sentences().get(0);
        var passage = finding.passages().get(best.passage());
        int source = draft.source(new Source.Document(passage.place(), passage.text()));
        draft.add(new Block.Quote(best.text(), source));
    }

    private void before(Alarm alarm, Draft draft) {
        List<SimilarAlarm> found = similar.to(alarm);
        int source = draft.source(new Source.Data("alarms", TimeSpan.before(alarm.openedAt(), LOOK_BACK)));
        draft.figure("similar", found.size(), "");
        if (found.isEmpty()) {
            draft.text("Nothing like it in the year before.", source);
            return;
        }
        String each = found.stream().limit(3).map(this::earlier).collect(Collectors.joining(" "));
        draft.text(Phrase.count(found.size(), "similar event") + " before. " + each, source);
    }

    private String earlier(SimilarAlarm one) {
        Alarm alarm = one.alarm();
        String label = one.label().map(kind -> ", labelled " + Phrase.of(kind)).orElse("");
        String acknowledged = alarm.acknowledgment()
                .map(given -> ", acknowledged by " + given.user()
                        + (given.note().isBlank() ? "" : " (“" + given.note() + "”)"))
                .orElse("");
        return phrase.time(alarm.openedAt()) + ": “" + alarm.message() + "”" + label + acknowledged + ".";
    }

    Answer similar(ToolCall.CountSimilar call) {
        Draft draft = new Draft(call).about(call.span());
        Optional<Alarm> found = alarms.find(call.alarm());
        if (found.isEmpty()) {
            return draft.text("There is no such alarm in the last year.")
                    .way(new Destination.AlarmList())
                    .done();
        }
        Alarm alarm = found.get();
        draft.about(alarm.id()).about(alarm.asset());
        List<SimilarAlarm> like = similar.to(alarm, call.span());
        int itself = call.span().contains(alarm.openedAt()) ? 1 : 0;
        int number = like.size() + itself;
        draft.figure("alarms", number, "");
        int source = draft.source(new Source.Data("alarms", call.span()));
        draft.text(
                "“" + alarm.message() + "” on " + names.of(alarm.asset()) + ": "
                        + Phrase.count(number, "alarm") + " like it in " + phrase.span(call.span())
                        + (itself == 1 ? ", this one among them" : "") + ".",
                source);
        if (!like.isEmpty()) {
            draft.text(like.stream().limit(3).map(this::earlier).collect(Collectors.joining(" ")), source);
        }
        return draft.way(new Destination.OneAlarm(alarm.id())).done();
    }
}
