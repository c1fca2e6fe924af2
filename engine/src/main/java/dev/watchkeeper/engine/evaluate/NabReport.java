package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.report.Curve;
import dev.watchkeeper.engine.report.HtmlReport;
import dev.watchkeeper.engine.report.Lane;
import dev.watchkeeper.engine.report.ReportTable;
import dev.watchkeeper.engine.report.SvgPlot;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The report of a run over the Numenta Anomaly Benchmark. */
public final class NabReport {
    private final NabRun run;
    private final String detector;
    private final double threshold;

    /** @param detector its name, as it stands in the table */
    public NabReport(NabRun run, String detector) {
        this.run = run;
        this.detector = detector;
        threshold = run.threshold();
    }

    /**
     * Writes the report.
     *
     * @throws IOException when the file cannot be written
     */
    public void write(Path file) throws IOException {
        try (HtmlReport report = HtmlReport.create(
                file,
                "Detection on the Numenta Anomaly Benchmark",
                run.recordings().size() + " recordings of one sensor each, read once from beginning to end by one"
                        + " configuration of the detector, without any knowledge of what comes later.")) {
            summary(report);
            for (int i = 0; i < run.recordings().size(); i++) {
                picture(report, i);
            }
        }
    }

    private void summary(HtmlReport report) throws IOException {
        NabResult result = run.result();
        report.figures(List.of(
                new HtmlReport.Figure(Figures.tenths(result.standard()), "standard profile", "0 silence, 100 perfect"),
                new HtmlReport.Figure(Figures.tenths(result.lowFalsePositives()), "low false positives", ""),
                new HtmlReport.Figure(Figures.tenths(result.lowFalseNegatives()), "low false negatives", ""),
                new HtmlReport.Figure(
                        Figures.tenths(result.half()), "threshold of the other half", "standard profile")));
        report.table(Figures.comparison(
                "Score by the benchmark's own scoring; the other rows are as published",
                List.of("detector", "standard", "low false positives", "low false negatives"),
                new Published.Row(
                        detector,
                        Figures.tenths(result.standard()),
                        Figures.tenths(result.lowFalsePositives()),
                        Figures.tenths(result.lowFalseNegatives())),
                Published.NAB));
        report.note(Figures.NOT_PROVEN);
        report.heading("False alarms: requested and observed");
        Figures.calibration(report, run.calibration().rates());
        report.heading("Recordings");
        ReportTable table =
                new ReportTable("", "recording", "rows", "labelled windows", "found", "alarms in none of them");
        for (int i = 0; i < run.recordings().size(); i++) {
            NabRecording recording = run.recordings().get(i);
            EventCounts events = events(i);
            table.rowTo(
                    id(i),
                    recording.name(),
                    "" + recording.rows(),
                    "" + recording.windows().size(),
                    "" + events.found(),
                    "" + events.falseAlarms());
        }
        report.table(table);
    }

    private static String id(int recording) {
        return "r" + recording;
    }

    private boolean isAlarm(int recording, int row) {
        return row >= run.recordings().get(recording).probation()
                && run.scores(recording).value(row) >= threshold;
    }

    private List<TimeSpan> alarms(int recording) {
        return Spans.of(run.recordings().get(recording).times(), row -> isAlarm(recording, row));
    }

    private EventCounts events(int recording) {
        NabRecording one = run.recordings().get(recording);
        int found = 0;
        for (NabRecording.Window window : one.windows()) {
            boolean hit = false;
            for (int row = window.first(); row <= window.last(); row++) {
                hit |= isAlarm(recording, row);
            }
            found += hit ? 1 : 0;
        }
        long wrong = Spans.of(one.times(), row -> isAlarm(recording, row) && !one.isAnomalous(row))
                .size();
        return new EventCounts(found, one.windows().size() - found, wrong);
    }

    private void picture(HtmlReport report, int i) throws IOException {
        NabRecording recording = run.recordings().get(i);
        long[] times = recording.times();
        SvgPlot plot = new SvgPlot(Spans.whole(times), "Values and score of " + recording.name())
                .lane(Lane.of("value", new Curve(times, recording.values())))
                .lane(Lane.of("score", new Curve(times, run.scores(i).values()))
                        .withRange(0, 1)
                        .withLimit(threshold)
                        .withHeight(64))
                .shade("labelled window", Spans.of(times, recording::isAnomalous))
                .alarms("alarm", alarms(i))
                .nameLimits("threshold, one for all recordings");
        TimeSpan span = Spans.whole(times);
        report.section(id(i), recording.name()).picture(plot, recording.rows() + " rows, " + Figures.span(span) + ".");
    }
}
