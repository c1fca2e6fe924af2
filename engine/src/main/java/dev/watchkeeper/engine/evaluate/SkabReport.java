package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.detect.asset.AssetDetector;
import dev.watchkeeper.engine.report.Curve;
import dev.watchkeeper.engine.report.HtmlReport;
import dev.watchkeeper.engine.report.Lane;
import dev.watchkeeper.engine.report.ReportTable;
import dev.watchkeeper.engine.report.SvgPlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report of a run over the Skoltech Anomaly Benchmark. */
public final class SkabReport {
    private final SkabRun run;
    private final String detector;
    private final Map<String, RowCounts> others;

    /**
     * A report that is not written yet.
     *
     * @param detector its name, as it stands in the table
     * @param others what further detectors of ours got, by their names; may be empty
     */
    public SkabReport(SkabRun run, String detector, Map<String, RowCounts> others) {
        this.run = run;
        this.detector = detector;
        this.others = new LinkedHashMap<>(others);
    }

    /**
     * Writes the report.
     *
     * @throws IOException when the file cannot be written
     */
    public void write(Path file) throws IOException {
        try (HtmlReport report = HtmlReport.create(
                file,
                "Detection on the Skoltech Anomaly Benchmark",
                run.recordings().size() + " recordings of a water loop with a pump and eight sensors. The first "
                        + SkabEvaluation.TRAINING_ROWS
                        + " rows of each are there to learn from, every row after them is"
                        + " judged from the rows before it alone.")) {
            summary(report);
            for (int i = 0; i < run.recordings().size(); i++) {
                picture(report, i);
            }
        }
    }

    private void summary(HtmlReport report) throws IOException {
        RowCounts all = run.result();
        report.figures(List.of(
                new HtmlReport.Figure(Figures.share(all.f1()), "F1 of rows", ""),
                new HtmlReport.Figure(Figures.tenths(all.falseAlarmPercent()) + " %", "false alarms", "of normal rows"),
                new HtmlReport.Figure(Figures.tenths(all.missedPercent()) + " %", "missed", "of anomalous rows")));
        List<Published.Row> compared = new ArrayList<>();
        others.forEach((name, counts) -> compared.add(row(name, counts)));
        compared.addAll(Published.SKAB);
        report.table(Figures.comparison(
                "Rows of all test parts counted together; the other rows are as published",
                List.of("detector", "F1", "false alarms %", "missed %"),
                row(detector, all),
                compared));
        report.note(Figures.NOT_PROVEN + " An answer that looks at no data at all is the best of the table.");
        report.heading("Recordings");
        ReportTable table = new ReportTable("", "recording", "rows judged", "F1", "false alarms %", "missed %");
        for (int i = 0; i < run.recordings().size(); i++) {
            RowCounts counts = run.result(i);
            table.rowTo(
                    "r" + i,
                    run.recordings().get(i).toString(),
                    "" + (counts.hits() + counts.falseAlarms() + counts.missed() + counts.quiet()),
                    Figures.share(counts.f1()),
                    Figures.tenths(counts.falseAlarmPercent()),
                    Figures.tenths(counts.missedPercent()));
        }
        report.table(table);
    }

    private static Published.Row row(String name, RowCounts counts) {
        return new Published.Row(
                name,
                Figures.share(counts.f1()),
                Figures.tenths(counts.falseAlarmPercent()),
                Figures.tenths(counts.missedPercent()));
    }

    private void picture(HtmlReport report, int i) throws IOException {
        SkabRecording recording = run.recordings().get(i);
        List<SkabRecording.Row> rows = recording.rows();
        List<SkabEvaluation.Judged> judged = run.judged(i);
        long[] times = rows.stream().mapToLong(SkabRecording.Row::timeMillis).toArray();
        SvgPlot plot = new SvgPlot(Spans.whole(times), "Sensors and score of " + recording);
        for (int sensor = 0; sensor < recording.sensors(); sensor++) {
            int column = sensor;
            double[] values =
                    rows.stream().mapToDouble(row -> row.values().get(column)).toArray();
            plot.lane(Lane.of(recording.names().get(sensor), new Curve(times, values))
                    .withHeight(44));
        }
        double[] scores =
                judged.stream().mapToDouble(SkabEvaluation.Judged::score).toArray();
        plot.lane(Lane.of("score", new Curve(times, scores))
                        .withRange(0, 1)
                        .withLimit(AssetDetector.ABNORMAL)
                        .withHeight(64))
                .shade("labelled", Spans.of(times, row -> rows.get(row).anomalous()))
                .alarms(
                        "alarm",
                        Spans.of(
                                times,
                                row -> row >= SkabEvaluation.TRAINING_ROWS
                                        && judged.get(row).alarm()))
                .nameLimits("threshold");
        report.section("r" + i, recording.toString())
                .picture(plot, "The first " + SkabEvaluation.TRAINING_ROWS + " rows are learned from.");
    }
}
