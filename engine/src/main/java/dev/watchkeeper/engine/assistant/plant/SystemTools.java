package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.alarm.kpi.AlarmFacts;
import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.kpi.BadActor;
import dev.watchkeeper.engine.alarm.kpi.KpiKind;
import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.answer.Block;
import dev.watchkeeper.engine.assistant.answer.Draft;
import dev.watchkeeper.engine.assistant.answer.Phrase;
import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.assistant.tool.AlarmFilter;
import dev.watchkeeper.engine.assistant.tool.Destination;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The state of the plant as a whole, of the pipeline, and of the alarm system. Thread-safe. */
final class SystemTools {
    private static final int MOST_DEVICES = 6;

    private final PlantPorts ports;
    private final AlarmTools alarms;
    private final Names names;
    private final Phrase phrase;

    SystemTools(PlantPorts ports, AlarmTools alarms, Phrase phrase) {
        this.ports = ports;
        this.alarms = alarms;
        this.phrase = phrase;
        names = new Names(ports.assets());
    }

    private Source now(String what) {
        Instant now = ports.clock().instant();
        return new Source.Data(what, new TimeSpan(now, now));
    }

    Answer status(ToolCall.Status call) {
        Draft draft = new Draft(call).about(call.assetOrNull());
        AlarmFilter filter = call.asset().map(AlarmFilter::of).orElse(AlarmFilter.ALL);
        List<Alarm> open = alarms.open(filter).stream()
                .sorted(Comparator.comparing(Alarm::priority)
                        .reversed()
                        .thenComparing(Comparator.comparing(Alarm::openedAt).reversed()))
                .toList();
        List<Asset> assets = ports.assets().all().stream()
                .filter(asset -> call.asset().map(asset.id()::equals).orElse(true))
                .toList();
        List<String> devices = devices(assets);
        List<String> drifting = assets.stream()
                .filter(asset -> ports.models().card(asset.id()).drift().stage() == DriftStage.DRIFTING)
                .map(Asset::label)
                .toList();
        PipelineStatus pipeline = ports.pipeline().get();
        int source = draft.source(now("alarms, device states and drift"));
        draft.figure("alarms", open.size(), "");
        draft.figure("devices", devices.size(), "");
        String where = call.asset().map(names::of).orElse("the plant");
        boolean running = pipeline.state() == PipelineStatus.State.RUNNING;
        if (open.isEmpty() && devices.isEmpty() && drifting.isEmpty() && running) {
            draft.text("Nothing is wrong with " + where + ": no open alarm, all instruments report, no drift.", source);
        }
        if (!open.isEmpty()) {
            Alarm worst = open.get(0);
            draft.text(
                    Phrase.count(open.size(), "alarm") + (open.size() == 1 ? " is" : " are") + " open on " + where
                            + ". Most urgent: “" + worst.message() + "” on " + names.of(worst.asset()) + ", "
                            + Phrase.of(worst.priority()) + " priority, since " + phrase.time(worst.openedAt()) + ".",
                    source);
            if (open.size() > 1) {
                draft.add(alarms.table(open));
            }
            draft.text("What to do first: " + worst.guidance().action());
            draft.about(worst.id());
            if (call.assetOrNull() == null) {
                draft.about(worst.asset());
            }
            draft.way(new Destination.OneAlarm(worst.id()));
        }
        if (!devices.isEmpty()) {
            draft.text("Instruments: " + String.join("; ", devices) + ".", source);
        }
        if (!drifting.isEmpty()) {
            draft.text("Drifting: " + String.join(", ", drifting) + ".", source);
        }
        if (!running) {
            draft.text("Pipeline: " + pipeline.message(), draft.source(now("the pipeline's state")));
        }
        return draft.way(new Destination.Overview()).done();
    }

    private List<String> devices(List<Asset> assets) {
        List<String> found = new ArrayList<>();
        Instant now = ports.clock().instant();
        for (Asset asset : assets) {
            for (Sensor sensor : asset.sensors()) {
                ports.live()
                        .latest(sensor.id())
                        .map(latest -> latest.deviceState(now))
                        .filter(state -> state != DeviceState.GOOD)
                        .ifPresent(state -> found.add(names.of(sensor.id()) + " " + Phrase.of(state)));
            }
        }
        if (found.size() > MOST_DEVICES) {
            List<String> some = new ArrayList<>(found.subList(0, MOST_DEVICES));
            some.add(found.size() - MOST_DEVICES + " more");
            return some;
        }
        return found;
    }

    Answer pipeline(ToolCall.PipelineState call) {
        Draft draft = new Draft(call);
        PipelineStatus status = ports.pipeline().get();
        int source = draft.source(now("the pipeline's state"));
        draft.text(
                "The pipeline (" + status.profile() + ") is "
                        + status.state().name().toLowerCase(Locale.ROOT) + ". " + status.message(),
                source);
        draft.figure("lag", (double) status.lag(), "");
        draft.figure("rejected", (double) status.rejected(), "");
        draft.figure("late", (double) status.late(), "");
        draft.figure("readings per second", status.readingsPerSecond(), "1/s");
        draft.add(new Block.Table(
                List.of("What", "Now"),
                List.of(
                        List.of("Readings", String.format(Locale.ROOT, "%.0f per second", status.readingsPerSecond())),
                        List.of("Lag", Phrase.count(status.lag(), "record")),
                        List.of("Rejected", Phrase.count(status.rejected(), "record") + " so far"),
                        List.of("Late", Phrase.count(status.late(), "reading") + " so far"),
                        List.of(
                                "Last checkpoint",
                                status.checkpointAge()
                                        .map(age -> Phrase.length(age) + " ago")
                                        .orElse("none yet")))));
        return draft.way(new Destination.Pipeline()).done();
    }

    Answer suppressed(ToolCall.Suppressed call) {
        Draft draft = new Draft(call);
        List<Suppression> all = ports.alarms().suppressions();
        int source = draft.source(now("shelf, design and service"));
        draft.figure("suppressed", all.size(), "");
        if (all.isEmpty()) {
            draft.text("Nothing is shelved, suppressed by design or out of service.", source);
        } else {
            draft.text(
                    Phrase.count(all.size(), "source") + (all.size() == 1 ? " is" : " are")
                            + " kept from the operator:",
                    source);
            draft.add(new Block.Table(
                    List.of("What", "How", "By", "Why", "Until"),
                    all.stream()
                            .map(one -> List.of(
                                    names.of(one.source()),
                                    one.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                    one.by(),
                                    one.why(),
                                    one.until().map(phrase::time).orElse("put back")))
                            .toList()));
            draft.about(all.get(0).source().asset());
        }
        return draft.way(new Destination.AlarmList()).done();
    }

    Answer kpis(ToolCall.KpiFigures call) {
        Draft draft = new Draft(call).about(call.span());
        Instant now = ports.clock().instant();
        AlarmKpis kpis = AlarmKpis.of(
                AlarmFacts.read(ports.alarms(), call.span()), call.span(), now.plusMillis(1), ports.zone(), shelved());
        int source = draft.source(new Source.Data("alarms", kpis.span()));
        draft.figure("alarms", kpis.alarms(), "");
        switch (call.topic()) {
            case SUMMARY -> {
                draft.text(phrase.span(kpis.span()) + ": " + kpis.summary(), source);
                draft.add(table(kpis, List.of(KpiKind.values())));
            }
            case LOAD -> {
                draft.text(sentence(kpis, KpiKind.AVERAGE_LOAD), source);
                draft.add(table(kpis, List.of(KpiKind.AVERAGE_LOAD, KpiKind.PEAK_LOAD, KpiKind.BUSY_HOURS)));
            }
            case BAD_ACTORS -> actors(draft, kpis, source);
            case FLOODS -> floods(draft, kpis, source);
            case CHATTERING -> {
                draft.text(sentence(kpis, KpiKind.CHATTERING), source);
                draft.add(table(kpis, List.of(KpiKind.CHATTERING, KpiKind.FLEETING)));
            }
            case STALE -> draft.text(sentence(kpis, KpiKind.STALE), source);
            case PRIORITIES -> draft.text(sentence(kpis, KpiKind.PRIORITIES), source);
        }
        kpis.kpis().forEach(kpi -> draft.figure(kpi.kind().label(), kpi.value(), ""));
        return draft.way(new Destination.Kpis()).done();
    }

    private OptionalInt shelved() {
        return OptionalInt.of((int) ports.alarms().suppressions().stream()
                .filter(one -> one.kind().slot() == Suppression.Slot.SHELF)
                .count());
    }

    private static String sentence(AlarmKpis kpis, KpiKind kind) {
        return kpis.kpi(kind)
                .map(kpi -> kind.label() + ": " + kpi.figure() + " (wanted " + kind.wanted() + ", "
                        + kpi.verdict().label().toLowerCase(Locale.ROOT) + "). " + kpi.sentence())
                .orElse(kind.label() + " is not known.");
    }

    private static Block.Table table(AlarmKpis kpis, List<KpiKind> kinds) {
        return new Block.Table(
                List.of("Figure", "Is", "Wanted", "Verdict"),
                kpis.kpis().stream()
                        .filter(kpi -> kinds.contains(kpi.kind()))
                        .map(kpi -> List.of(
                                kpi.kind().label(),
                                kpi.figure(),
                                kpi.kind().wanted(),
                                kpi.verdict().label()))
                        .toList());
    }

    private void actors(Draft draft, AlarmKpis kpis, int source) {
        if (kpis.badActors().isEmpty()) {
            draft.text("No alarm in " + phrase.span(kpis.span()) + ", so there is no bad actor.", source);
            return;
        }
        BadActor worst = kpis.badActors().get(0);
        draft.text(
                "Most alarms in " + phrase.span(kpis.span()) + " come from "
                        + names.of(worst.source().asset(), worst.source().rule()) + ": "
                        + worst.alarms() + " of " + kpis.alarms() + " (" + Phrase.percent(worst.share()) + "). "
                        + worst.suggestion().sentence(),
                source);
        draft.about(worst.source().asset());
        draft.figure("worst", worst.alarms(), "");
        if (kpis.badActors().size() > 1) {
            draft.add(new Block.Table(
                    List.of("Source", "Alarms", "Share", "Chattering", "Held for (median)"),
                    kpis.badActors().stream()
                            .map(one -> List.of(
                                    names.of(one.source().asset(), one.source().rule()),
                                    "" + one.alarms(),
                                    Phrase.percent(one.share()),
                                    "" + one.chattering(),
                                    Phrase.length(one.median())))
                            .toList()));
        }
    }

    private void floods(Draft draft, AlarmKpis kpis, int source) {
        draft.figure("floods", kpis.floods().size(), "");
        if (kpis.floods().isEmpty()) {
            draft.text(
                    "No flood in " + phrase.span(kpis.span()) + "; the worst ten minutes had "
                            + Phrase.count(kpis.load().most(), "alarm") + ".",
                    source);
            return;
        }
        draft.text(Phrase.count(kpis.floods().size(), "flood") + " in " + phrase.span(kpis.span()) + ":", source);
        draft.add(new Block.Table(
                List.of("When", "Alarms", "First"),
                kpis.floods().stream()
                        .map(flood -> List.of(
                                phrase.span(flood.span()) + (flood.ongoing() ? ", still going on" : ""),
                                "" + flood.alarms(),
                                names.of(
                                        flood.first().source().asset(),
                                        flood.first().source().rule())))
                        .toList()));
    }
}
