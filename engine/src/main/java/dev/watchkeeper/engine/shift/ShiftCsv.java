package dev.watchkeeper.engine.shift;

import static dev.watchkeeper.engine.report.CsvText.guarded;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.kpi.AlarmSource;
import dev.watchkeeper.engine.alarm.kpi.BadActor;
import dev.watchkeeper.engine.alarm.kpi.Flood;
import dev.watchkeeper.engine.alarm.kpi.Kpi;
import dev.watchkeeper.engine.alarm.kpi.Load;
import dev.watchkeeper.engine.alarm.kpi.Suggestion;
import dev.watchkeeper.engine.label.Label;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A shift report as one table (RFC 4180, UTF-8) in which every row has every column and the first says what the row is: {@code kpi},
 * {@code load}, {@code flood}, {@code bad actor}, {@code alarm} (of the span), {@code unacknowledged} (opened before it), {@code
 * label} (of a span). Times are ISO 8601 in UTC. Text is guarded against being taken for a formula. One object for one file.
 */
public final class ShiftCsv {
    private static final List<String> COLUMNS = List.of(
            "section",
            "start",
            "end",
            "asset",
            "sensor",
            "rule",
            "what",
            "priority",
            "state",
            "value",
            "figure",
            "wanted",
            "verdict",
            "words",
            "cause",
            "consequence",
            "action",
            "acknowledged_by",
            "acknowledged_at",
            "note",
            "label",
            "label_by",
            "label_reason",
            "id");

    private final ShiftReport report;
    private final CsvWriter csv;

    private ShiftCsv(ShiftReport report, CsvWriter csv) {
        this.report = report;
        this.csv = csv;
    }

    /**
     * Writes the report.
     *
     * @param file written anew, in a directory that exists
     * @throws IOException when the file cannot be written
     */
    public static void write(ShiftReport report, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            new ShiftCsv(report, csv).write();
        }
    }

    private void write() {
        csv.writeRecord(COLUMNS);
        AlarmKpis kpis = report.kpis();
        kpis.kpis().forEach(this::kpi);
        load(kpis.load());
        kpis.floods().forEach(this::flood);
        kpis.badActors().forEach(this::actor);
        report.alarms().forEach(alarm -> alarm("alarm", alarm));
        Set<String> listed = report.alarms().stream()
                .map(alarm -> alarm.id().value())
                .collect(Collectors.toCollection(HashSet::new));
        report.unacknowledged().stream()
                .filter(alarm -> !listed.contains(alarm.id().value()))
                .forEach(alarm -> alarm("unacknowledged", alarm));
        report.spans().forEach(this::span);
    }

    private void kpi(Kpi kpi) {
        new Row("kpi")
                .times(report.kpis().span().start(), report.kpis().span().end())
                .text("what", kpi.kind().label())
                .plain("value", String.format(Locale.ROOT, "%.4f", kpi.value()))
                .text("figure", kpi.figure())
                .text("wanted", kpi.kind().wanted())
                .text("verdict", kpi.verdict().label())
                .text("words", kpi.sentence())
                .write();
    }

    private void load(Load load) {
        Instant start = load.start();
        for (int count : load.counts()) {
            Instant whole = start.plus(load.step());
            Instant end = whole.isBefore(report.kpis().span().end())
                    ? whole
                    : report.kpis().span().end();
            new Row("load").times(start, end).plain("value", "" + count).write();
            start = end;
        }
    }

    private void flood(Flood flood) {
        new Row("flood")
                .times(flood.span().start(), flood.span().end())
                .source(flood.first().source())
                .text("state", flood.ongoing() ? "not over" : "over")
                .plain("value", "" + flood.alarms())
                .text("words", "first out: " + report.name(flood.first().source()))
                .write();
    }

    private void actor(BadActor actor) {
        Suggestion suggestion = actor.suggestion();
        new Row("bad actor")
                .times(report.kpis().span().start(), report.kpis().span().end())
                .source(actor.source())
                .text("priority", ShiftWords.of(actor.priority()))
                .plain("value", "" + actor.alarms())
                .text("figure", actor.chattering() + " chattering, " + actor.fleeting() + " fleeting")
                .text("words", suggestion.sentence())
                .write();
    }

    private void alarm(String section, Alarm alarm) {
        Row row = new Row(section)
                .plain("start", alarm.openedAt().toString())
                .plain("end", alarm.closedAt().map(Instant::toString).orElse(""))
                .source(AlarmSource.of(alarm))
                .text("what", alarm.message())
                .text("priority", ShiftWords.of(alarm.priority()))
                .text("state", ShiftWords.of(alarm.state()))
                .plain("value", String.format(Locale.ROOT, "%.3f", alarm.score()))
                .text("cause", alarm.guidance().cause())
                .text("consequence", alarm.guidance().consequence())
                .text("action", alarm.guidance().action())
                .text("id", alarm.id().value());
        alarm.acknowledgment()
                .ifPresent(given -> row.text("acknowledged_by", given.user())
                        .plain("acknowledged_at", given.at().toString())
                        .text("note", given.note()));
        report.label(alarm).ifPresent(row::label);
        row.write();
    }

    private void span(Label label) {
        String sensors = label.sensors().stream().map(sensor -> sensor.name()).collect(Collectors.joining(", "));
        new Row("label")
                .times(label.span().start(), label.span().end())
                .text("asset", report.name(label.asset()))
                .text("sensor", sensors)
                .label(label)
                .text("id", label.id().value())
                .write();
    }

    /** Cells by the names of their columns; those that are not given are empty. */
    private final class Row {
        private final Map<String, String> cells = new LinkedHashMap<>();

        Row(String section) {
            COLUMNS.forEach(column -> cells.put(column, ""));
            plain("section", section);
        }

        Row plain(String column, String value) {
            cells.put(column, value);
            return this;
        }

        Row text(String column, String value) {
            return plain(column, guarded(value));
        }

        Row times(Instant start, Instant end) {
            return plain("start", start.toString()).plain("end", end.toString());
        }

        Row source(AlarmSource source) {
            return text("asset", report.name(source.asset()))
                    .text("sensor", report.sensor(source))
                    .text("rule", source.rule());
        }

        Row label(Label label) {
            return text("label", ShiftWords.of(label.kind()))
                    .text("label_by", label.by())
                    .text("label_reason", label.reason());
        }

        void write() {
            csv.writeRecord(cells.values());
        }
    }
}
