package dev.watchkeeper.app.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.kpi.AlarmFacts;
import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.kpi.BadActor;
import dev.watchkeeper.engine.alarm.kpi.Kpi;
import dev.watchkeeper.engine.alarm.kpi.KpiPeriod;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper kpis}: the figures of ISA-18.2, IEC 62682 and EEMUA 191, also while an instance runs on the directory. */
@Command(
        name = "kpis",
        mixinStandardHelpOptions = true,
        description = "Measures the alarm system by the numbers of ISA-18.2, IEC 62682 and EEMUA 191.")
final class KpisCommand implements Callable<Integer> {
    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Option(
            names = "--period",
            paramLabel = "day|week|month",
            defaultValue = "day",
            description = "Up to now. Default: ${DEFAULT-VALUE}.")
    private KpiPeriod period = KpiPeriod.DAY;

    @Option(
            names = "--back",
            paramLabel = "N",
            defaultValue = "0",
            description = "The N-th whole period before the present one. Default: ${DEFAULT-VALUE}.")
    private int back;

    @Option(names = "--json", description = "As a JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (back < 0) {
            throw new UserError("--back " + back + " would be in the future. Give 0 or more.");
        }
        Path place = DataDirectory.storeOf(parent.data());
        if (!Files.isDirectory(place)) {
            throw new UserError(
                    "There is no Watchkeeper data in " + parent.data() + ". Name another directory with --data DIR.");
        }
        try (Store store = Store.open(place)) {
            AlarmKpis kpis = measure(store);
            System.out.println(json ? written(fields(kpis)) : text(kpis));
            return 0;
        }
    }

    private AlarmKpis measure(Store store) {
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant();
        AlarmDesk alarms = new AlarmDesk(store.alarms(), new KnownAssets(store.assets()), AlarmPolicy.STANDARD, clock);
        ZoneId zone = ZoneId.systemDefault();
        TimeSpan span = period.back(back, now, zone);
        return AlarmKpis.of(
                AlarmFacts.read(alarms, span), span, now, zone, OptionalInt.of(ShiftReportCommand.shelved(alarms)));
    }

    private static String text(AlarmKpis kpis) {
        StringBuilder text = new StringBuilder();
        text.append(kpis.span().start())
                .append(" to ")
                .append(kpis.span().end())
                .append('\n');
        for (Kpi kpi : kpis.kpis()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s %14s  %-10s  asked: %-14s  %s%n",
                    kpi.kind().label(),
                    kpi.figure(),
                    kpi.verdict().label(),
                    kpi.kind().wanted(),
                    kpi.sentence()));
        }
        for (BadActor actor : kpis.badActors()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%5d  %3.0f %%  %s  %s%n",
                    actor.alarms(),
                    100 * actor.share(),
                    actor.source(),
                    actor.suggestion().sentence()));
        }
        return text.append(kpis.summary()).toString();
    }

    private static Map<String, Object> fields(AlarmKpis kpis) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("start", kpis.span().start().toString());
        fields.put("end", kpis.span().end().toString());
        fields.put("alarms", kpis.alarms());
        fields.put("summary", kpis.summary());
        fields.put("figures", kpis.kpis().stream().map(KpisCommand::fields).toList());
        fields.put(
                "badActors", kpis.badActors().stream().map(KpisCommand::fields).toList());
        fields.put(
                "floods",
                kpis.floods().stream()
                        .map(flood -> Map.of(
                                "start", flood.span().start().toString(),
                                "end", flood.span().end().toString(),
                                "alarms", flood.alarms(),
                                "first", flood.first().id().value(),
                                "ongoing", flood.ongoing()))
                        .toList());
        return fields;
    }

    private static Map<String, Object> fields(Kpi kpi) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("figure", kpi.kind().name());
        fields.put("value", kpi.value());
        fields.put("shown", kpi.figure());
        fields.put("verdict", kpi.verdict().name());
        fields.put("wanted", kpi.kind().wanted());
        fields.put("sentence", kpi.sentence());
        return fields;
    }

    private static Map<String, Object> fields(BadActor actor) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", actor.source().toString());
        fields.put("alarms", actor.alarms());
        fields.put("share", actor.share());
        fields.put("chattering", actor.chattering());
        fields.put("fleeting", actor.fleeting());
        fields.put("medianSeconds", actor.median().toMillis() / 1e3);
        fields.put("suggestion", actor.suggestion().kind().name());
        fields.put("delaySeconds", actor.suggestion().delay().toMillis() / 1e3);
        fields.put("sentence", actor.suggestion().sentence());
        return fields;
    }

    private static String written(Object value) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures cannot be written as JSON", e);
        }
    }
}
