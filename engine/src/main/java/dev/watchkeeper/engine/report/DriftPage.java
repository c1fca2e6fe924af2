package dev.watchkeeper.engine.report;

import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.history.DriftHistory;
import dev.watchkeeper.engine.history.DriftPoint;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The drift report of assets: for each the verdict and since when, a table of what is not as in the reference, and the curve of each
 * feature that drifts with its limit. Thread-safe as far as the history is.
 */
public final class DriftPage {
    private static final int COLUMNS = 480;
    private static final int MOST_PICTURES = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final DriftHistory history;

    public DriftPage(DriftHistory history) {
        this.history = history;
    }

    /**
     * Writes the report.
     *
     * @param assets a section each
     * @param span of the curves; the verdicts are the newest there are
     * @throws IOException when the file cannot be written
     */
    public void write(Path file, List<Asset> assets, TimeSpan span) throws IOException {
        String lead = "How far the sensors have moved away from what their models were trained on. Curves from "
                + TIME.format(span.start()) + " to " + TIME.format(span.end()) + ".";
        try (HtmlReport report = HtmlReport.create(file, "Drift report", lead)) {
            for (int i = 0; i < assets.size(); i++) {
                write(report, "asset-" + (i + 1), assets.get(i), span);
            }
        }
    }

    private void write(HtmlReport report, String section, Asset asset, TimeSpan span) throws IOException {
        AssetDrift drift = AssetDrift.of(asset.id(), history.latestDrift(asset.id()));
        report.section(section, asset.label()).paragraph(verdict(asset, drift));
        if (drift.findings().isEmpty()) {
            return;
        }
        report.table(table(asset, drift.findings()));
        for (AssetDrift.Finding finding :
                drift.drifting().stream().limit(MOST_PICTURES).toList()) {
            picture(report, asset, finding, span);
        }
        if (drift.drifting().size() > MOST_PICTURES) {
            report.note("Pictured are the " + MOST_PICTURES + " worst of "
                    + drift.drifting().size() + " curves.");
        }
    }

    private static String verdict(Asset asset, AssetDrift drift) {
        return switch (drift.stage()) {
            case STEADY -> asset.label() + " is as it was in training.";
            case CHANGED -> asset.label() + " has changed in places, not for long enough to call it drift.";
            case DRIFTING ->
                asset.label() + " is drifting since "
                        + drift.since().map(TIME::format).orElse("an unknown time") + ", in "
                        + String.join(
                                ", ",
                                drift.driftingSensors().stream()
                                        .map(sensor -> label(asset, sensor))
                                        .toList())
                        + ".";
        };
    }

    private static ReportTable table(Asset asset, List<AssetDrift.Finding> findings) {
        ReportTable table = new ReportTable(
                "What is not as in training; the size is in spreads of the reference, a statistic beside its limit",
                "Sensor and feature",
                "State",
                "Since",
                "Direction",
                "Size",
                "ADWIN",
                "PSI",
                "Distance",
                "p-value");
        for (AssetDrift.Finding finding : findings) {
            FeatureDrift drift = finding.drift();
            table.row(
                    name(asset, finding),
                    drift.stage() == DriftStage.DRIFTING ? "drifting" : "changed",
                    drift.since().map(TIME::format).orElse(""),
                    drift.direction().label(),
                    number(drift.size()),
                    statistic(drift.adwin()),
                    statistic(drift.psi()),
                    statistic(drift.distance().statistic()) + " "
                            + drift.distance().kind().label(),
                    Double.isNaN(drift.distance().pValue())
                            ? "–"
                            : String.format(
                                    Locale.ROOT, "%.2g", drift.distance().pValue()));
        }
        return table;
    }

    private void picture(HtmlReport report, Asset asset, AssetDrift.Finding finding, TimeSpan span) throws IOException {
        FeatureDrift drift = finding.drift();
        List<DriftPoint> points = history.driftCurve(finding.sensor(), drift.feature(), span, COLUMNS);
        long[] times =
                points.stream().mapToLong(point -> point.at().toEpochMilli()).toArray();
        double[] scores =
                points.stream().mapToDouble(point -> point.drift().score()).toArray();
        double[] levels = points.stream()
                .mapToDouble(point -> point.drift().current().mean())
                .toArray();
        String name = name(asset, finding);
        SvgPlot plot = new SvgPlot(span, name + ": drift curve and level")
                .lane(Lane.of("Worst statistic, in limits", new Curve(times, scores))
                        .withLimit(1)
                        .withRange(0, 1))
                .lane(Lane.of(drift.feature().label() + " of the current windows", new Curve(times, levels))
                        .withLimit(drift.reference().mean()))
                .nameLimits("limit of the curve; level in training");
        Instant since = drift.since().orElse(span.end());
        if (since.isBefore(span.end())) {
            Instant from = since.isBefore(span.start()) ? span.start() : since;
            plot.shade("since it began", List.of(new TimeSpan(from, span.end())));
        }
        report.picture(plot, name);
    }

    private static String name(Asset asset, AssetDrift.Finding finding) {
        return label(asset, finding.sensor()) + ", "
                + finding.drift().feature().label().toLowerCase(Locale.ENGLISH);
    }

    private static String label(Asset asset, SensorId sensor) {
        return asset.sensor(sensor).map(Sensor::label).orElse(sensor.name());
    }

    private static String statistic(DriftStatistic statistic) {
        return statistic.isKnown() ? number(statistic.value()) + " / " + number(statistic.limit()) : "–";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
