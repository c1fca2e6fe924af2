package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.report.HtmlReport;
import dev.watchkeeper.engine.report.ReportTable;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How figures are written in reports, and what all reports say alike. */
final class Figures {
    /** What to think of a public benchmark. */
    static final String NOT_PROVEN = "What this does not prove: the recordings and their labels are public, so every"
            + " detector in the table, this one too, was made by people who knew them. The figures rank detectors; they do"
            + " not say how many faults will be found on other sensors.";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Figures() {}

    static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, "× %.2f", ratio);
    }

    /** From when to when, and how long. */
    static String span(TimeSpan span) {
        return TIME.format(span.start()) + " to " + TIME.format(span.end()) + " UTC, " + duration(span.length());
    }

    /** With the two largest units that matter. */
    static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toSeconds() + " s";
    }

    /** A table of ours above those of others. */
    static ReportTable comparison(String caption, List<String> columns, Published.Row own, List<Published.Row> others) {
        ReportTable table = new ReportTable(caption, columns.toArray(String[]::new));
        table.ownRow(own.detector(), own.first(), own.second(), own.third());
        others.forEach(row -> table.row(row.detector(), row.first(), row.second(), row.third()));
        return table;
    }

    static void calibration(HtmlReport report, List<AlarmRate> rates) throws IOException {
        ReportTable table = new ReportTable(
                "False alarms a day and sensor, in the time that no label covers",
                "requested",
                "observed",
                "observed over requested",
                "days watched");
        for (AlarmRate rate : rates) {
            table.row(
                    hundredths(rate.requestedPerDay()),
                    share(rate.observedPerDay()),
                    times(rate.ratio()),
                    tenths(rate.days()));
        }
        report.table(table);
    }
}
