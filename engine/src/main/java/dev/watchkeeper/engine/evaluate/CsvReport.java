package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.detect.asset.AssetDetector;
import dev.watchkeeper.engine.report.Curve;
import dev.watchkeeper.engine.report.HtmlReport;
import dev.watchkeeper.engine.report.Lane;
import dev.watchkeeper.engine.report.ReportTable;
import dev.watchkeeper.engine.report.SvgPlot;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The report of a run over somebody's own labelled data. */
public final class CsvReport {
    /** So many sensors of a file have a strip of their own. */
    private static final int MOST_LANES = 12;

    private final CsvRun run;

    public CsvReport(CsvRun run) {
        this.run = run;
    }

    /**
     * Writes the report.
     *
     * @throws IOException when the file cannot be written
     */
    public void write(Path file) throws IOException {
        try (HtmlReport report = HtmlReport.create(
                file,
                "Detection on labelled recordings",
                "What would have been told if these recordings had been watched while they were made. The first "
                        + Judge.LEARNING_ROWS + " rows of each are there to learn from, every row after them is judged"
                        + " from the rows before it alone.")) {
            summary(report);
            for (int i = 0; i < run.recordings().size(); i++) {
                picture(report, i);
            }
        }
    }

    private void summary(HtmlReport report) throws IOException {
        RowCounts rows = run.rows();
        EventCounts events = run.events();
        AlarmRate rate = run.rate();
        report.figures(List.of(
                new HtmlReport.Figure(
                        events.found() + " of " + (events.found() + events.missed()), "labelled windows found", ""),
                new HtmlReport.Figure("" + events.falseAlarms(), "alarms in no window", ""),
                new HtmlReport.Figure(
                        run.delay().map(Figures::duration).orElse("none"), "delay to the alarm", "the middle of all"),
                new HtmlReport.Figure(
                        Figures.share(rows.f1()),
                        "F1 of rows",
                        "precision " + Figures.share(rows.precision()) + ", recall " + Figures.share(rows.recall()))));
        report.heading("False alarms: requested and observed");
        report.table(new ReportTable(
                        "Of all detectors, each counted by itself, in the time that no label covers",
                        "",
                        "requested a day",
                        "observed a day",
                        "observed over requested",
                        "days watched")
                .row(
                        "all recordings",
                        Figures.hundredths(rate.requestedPerDay()),
                        Figures.hundredths(rate.observedPerDay()),
                        Figures.times(rate.ratio()),
                        Figures.hundredths(rate.days())));
        report.heading("Recordings");
        ReportTable table = new ReportTable(
                "",
                "recording",
                "sensors",
                "rows judged",
                "windows",
                "found",
                "false alarms",
                "delay",
                "F1 of rows",
                "precision",
                "recall");
        for (int i = 0; i < run.recordings().size(); i++) {
            row(table, i);
        }
        report.table(table);
        for (String remark : run.remarks()) {
            report.paragraph(remark);
        }
        report.note(
                "A row counts as found when a detector speaks on it or the sensors together are abnormal, and for 20 rows"
                        + " after. An alarm"
                        + " is told once for all sensors of a recording; it is right when it stood in a labelled window. What this"
                        + " does not prove: labels are the opinion of who set them, what is labelled for a few hours need not be"
                        + " like what comes, and in short recordings a single alarm more or less moves every figure.");
    }

    private void row(ReportTable table, int i) {
        JudgedRecording judged = run.recordings().get(i);
        RowCounts rows = judged.rows();
        EventCounts events = judged.events();
        table.rowTo(
                "r" + i,
                judged.recording().name(),
                "" + judged.recording().sensors().size(),
                "" + judged.judgedRows(),
                "" + (events.found() + events.missed()),
                "" + events.found(),
                "" + events.falseAlarms(),
                CsvRun.middle(judged.delays().stream()).map(Figures::duration).orElse(""),
                Figures.share(rows.f1()),
                Figures.share(rows.precision()),
                Figures.share(rows.recall()));
    }

    private void picture(HtmlReport report, int i) throws IOException {
        JudgedRecording judged = run.recordings().get(i);
        LabelledRecording recording = judged.recording();
        long[] times = recording.times();
        TimeSpan span = Spans.whole(times);
        SvgPlot plot = new SvgPlot(span, "Sensors and score of " + recording.name());
        int sensors = recording.sensors().size();
        for (int sensor = 0; sensor < Math.min(sensors, MOST_LANES); sensor++) {
            plot.lane(Lane.of(recording.sensors().get(sensor).name(), new Curve(times, recording.values(sensor)))
                    .withHeight(sensors == 1 ? 120 : 44));
        }
        if (judged.tellsOfState()) {
            plot.lane(Lane.of("score of all sensors together", new Curve(times, judged.states()))
                            .withRange(0, 1)
                            .withLimit(AssetDetector.ABNORMAL)
                            .withHeight(64))
                    .nameLimits("abnormal from here on");
        }
        if (judged.tellsOfNovelty()) {
            plot.lane(Lane.of(
                            sensors == 1 ? "score" : "highest score of a sensor by itself",
                            new Curve(times, judged.novelties()))
                    .withRange(0, 1)
                    .withHeight(64));
        }
        plot.shade("labelled window", recording.windows()).alarms("alarm", judged.alarms());
        String more = sensors > MOST_LANES ? " The first " + MOST_LANES + " of " + sensors + " sensors are shown." : "";
        report.section("r" + i, recording.name())
                .picture(plot, recording.size() + " rows, " + Figures.span(span) + "." + more);
    }
}
