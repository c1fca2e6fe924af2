package dev.watchkeeper.engine.shift;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.kpi.BadActor;
import dev.watchkeeper.engine.alarm.kpi.Flood;
import dev.watchkeeper.engine.alarm.kpi.Kpi;
import dev.watchkeeper.engine.alarm.kpi.Verdict;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.report.pdf.PdfPages;
import dev.watchkeeper.engine.report.pdf.PdfTable;
import dev.watchkeeper.engine.report.pdf.PdfTable.Cell;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A shift report on paper: A4, black on white, with words wherever there is colour. One object for one file. */
public final class ShiftPdf {
    /** Of more alarms the newest are listed; the CSV has them all. */
    private static final int MOST_ALARMS = 400;

    private static final int FEW_BAD_ACTORS = 2;

    private final ShiftReport report;
    private final DateTimeFormatter moment;

    private ShiftPdf(ShiftReport report) {
        this.report = report;
        moment = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH)
                .withZone(report.zone());
    }

    /**
     * Writes the report.
     *
     * @param file written anew, in a directory that exists
     * @throws IOException when the file cannot be written
     */
    public static void write(ShiftReport report, Path file) throws IOException {
        new ShiftPdf(report).write(file);
    }

    private void write(Path file) throws IOException {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH)
                .withZone(report.zone());
        TimeSpan span = report.kpis().span();
        String from = day.format(span.start());
        String to = day.format(span.end());
        try (PdfPages pages = new PdfPages(
                "Alarm report",
                "Watchkeeper alarm report, " + from + " to " + to + " (" + report.zone() + ")",
                report.at(),
                report.zone())) {
            pages.note(
                    from + " to " + to + ", times in " + report.zone() + ". Read at " + day.format(report.at()) + ".");
            pages.paragraph(report.kpis().summary() + " " + waiting());
            load(pages);
            unacknowledged(pages);
            floods(pages);
            badActors(pages);
            alarms(pages);
            labels(pages);
            pages.save(file);
        }
    }

    private String waiting() {
        int count = report.unacknowledged().size();
        return count == 0
                ? "Nothing waits to be acknowledged."
                : count + (count == 1 ? " alarm waits" : " alarms wait") + " to be acknowledged.";
    }

    private void load(PdfPages pages) throws IOException {
        pages.heading("Load against ISA-18.2, IEC 62682 and EEMUA 191");
        PdfTable table = new PdfTable(
                List.of("Figure", "Measured", "Wanted", "Verdict", "In words"), 0.19f, 0.12f, 0.13f, 0.10f, 0.46f);
        for (Kpi kpi : report.kpis().kpis()) {
            boolean beyond = kpi.verdict() == Verdict.BEYOND;
            table.row(
                    Cell.of(kpi.kind().label()),
                    beyond ? Cell.alarm(kpi.figure()) : Cell.of(kpi.figure()),
                    Cell.soft(kpi.kind().wanted()),
                    beyond
                            ? Cell.alarm(kpi.verdict().label())
                            : Cell.soft(kpi.verdict().label()),
                    Cell.of(kpi.sentence()));
        }
        pages.table(table);
        pages.note(
                "Alarms per ten minutes; floods are shaded, the lower line is the most that can be managed on average.");
        LoadDrawing.draw(report.kpis(), report.zone(), pages.take(LoadDrawing.HEIGHT));
    }

    private void unacknowledged(PdfPages pages) throws IOException {
        pages.heading("Not acknowledged");
        if (report.unacknowledged().isEmpty()) {
            pages.paragraph("Nothing.");
            return;
        }
        PdfTable table = new PdfTable(List.of("Since", "Priority", "Alarm", "What to do"), 0.17f, 0.09f, 0.34f, 0.40f);
        for (Alarm alarm : report.unacknowledged()) {
            table.row(
                    Cell.of(time(alarm.openedAt())),
                    priority(alarm),
                    Cell.of(report.name(alarm.asset()) + ": " + alarm.message()),
                    Cell.of(alarm.guidance().action()));
        }
        pages.table(table);
    }

    private void floods(PdfPages pages) throws IOException {
        pages.heading("Floods");
        if (report.kpis().floods().isEmpty()) {
            pages.paragraph("None: at no moment had more than ten alarms come in ten minutes.");
            return;
        }
        PdfTable table = new PdfTable(
                List.of("From", "Until", "Length", "Alarms", "First out"), 0.18f, 0.18f, 0.12f, 0.10f, 0.42f);
        for (Flood flood : report.kpis().floods()) {
            table.row(
                    Cell.of(time(flood.span().start())),
                    Cell.of(flood.ongoing() ? "not over" : time(flood.span().end())),
                    Cell.of(ShiftWords.length(flood.span().length())),
                    Cell.of("" + flood.alarms()),
                    Cell.of(report.name(flood.first().source())));
        }
        pages.table(table);
    }

    private void badActors(PdfPages pages) throws IOException {
        pages.heading("Bad actors");
        List<BadActor> actors = report.kpis().badActors().stream()
                .filter(actor -> actor.alarms() >= FEW_BAD_ACTORS)
                .toList();
        if (actors.isEmpty()) {
            pages.paragraph("None: no source raised more than one alarm.");
            return;
        }
        PdfTable table = new PdfTable(
                List.of("Source", "Alarms", "Share", "Chattering", "Fleeting", "Held", "Suggestion"),
                0.24f,
                0.08f,
                0.08f,
                0.10f,
                0.09f,
                0.09f,
                0.32f);
        for (BadActor actor : actors) {
            table.row(
                    Cell.of(report.name(actor.source()) + " (" + actor.source().rule() + ")"),
                    Cell.of("" + actor.alarms()),
                    Cell.of(String.format(Locale.ROOT, "%.0f %%", 100 * actor.share())),
                    Cell.of("" + actor.chattering()),
                    Cell.of("" + actor.fleeting()),
                    Cell.of(ShiftWords.length(actor.median())),
                    Cell.of(actor.suggestion().sentence()));
        }
        pages.table(table);
    }

    private void alarms(PdfPages pages) throws IOException {
        pages.heading("Alarms");
        List<Alarm> alarms = report.alarms();
        if (alarms.isEmpty()) {
            pages.paragraph("None opened.");
            return;
        }
        if (alarms.size() > MOST_ALARMS) {
            pages.note("The newest " + MOST_ALARMS + " of " + alarms.size() + "; the CSV has them all.");
            alarms = alarms.subList(alarms.size() - MOST_ALARMS, alarms.size());
        }
        PdfTable table = new PdfTable(
                List.of("Opened, held", "Priority", "Alarm", "Cause and action", "Acknowledged, label"),
                0.14f,
                0.09f,
                0.26f,
                0.31f,
                0.20f);
        for (Alarm alarm : alarms) {
            table.row(
                    Cell.of(time(alarm.openedAt()) + " " + ShiftWords.held(alarm)),
                    priority(alarm),
                    Cell.of(report.name(alarm.asset()) + ": " + alarm.message()),
                    Cell.of(alarm.guidance().cause() + " " + alarm.guidance().action()),
                    Cell.of(answer(alarm)));
        }
        pages.table(table);
    }

    private String answer(Alarm alarm) {
        String acknowledged = alarm.acknowledgment()
                .map(given ->
                        given.user() + ", " + time(given.at()) + (given.note().isBlank() ? "" : ": " + given.note()))
                .orElse("not acknowledged");
        return acknowledged
                + report.label(alarm).map(label -> ". " + ShiftWords.of(label)).orElse("");
    }

    private void labels(PdfPages pages) throws IOException {
        if (report.spans().isEmpty()) {
            return;
        }
        pages.heading("Spans labelled by hand");
        PdfTable table = new PdfTable(List.of("From", "Until", "Asset", "Label"), 0.18f, 0.18f, 0.29f, 0.35f);
        for (Label label : report.spans()) {
            String sensors =
                    label.sensors().stream().map(sensor -> sensor.name()).collect(Collectors.joining(", "));
            table.row(
                    Cell.of(time(label.span().start())),
                    Cell.of(time(label.span().end())),
                    Cell.of(report.name(label.asset()) + (sensors.isEmpty() ? "" : ": " + sensors)),
                    Cell.of(ShiftWords.of(label)));
        }
        pages.table(table);
    }

    private String time(Instant at) {
        return moment.format(at);
    }

    private static Cell priority(Alarm alarm) {
        String words = ShiftWords.of(alarm.priority());
        return alarm.priority() == Priority.HIGH ? Cell.strong(words) : Cell.of(words);
    }
}
