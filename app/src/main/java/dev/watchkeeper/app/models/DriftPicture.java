package dev.watchkeeper.app.models;

import dev.watchkeeper.app.chart.CurvePicture;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.history.DriftHistory;
import dev.watchkeeper.engine.history.DriftPoint;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an asset drifts, and the curve of one of its features.
 *
 * @param reports the newest of each sensor, the worst first
 * @param pickOrNull whose curve this is; null while there is no report
 * @param curve over the span
 */
record DriftPicture(
        List<DriftReport> reports,
        @Nullable DriftPick pickOrNull,
        DriftPeriod period,
        TimeSpan span,
        List<DriftPoint> curve) {
    /** From here on a score speaks for drift. */
    static final double LIMIT = 1;

    private static final int COLUMNS = 400;
    private static final Comparator<DriftReport> WORST_FIRST = Comparator.comparing(DriftReport::stage)
            .thenComparingDouble(
                    report -> report.worst().map(FeatureDrift::score).orElse(0.0))
            .reversed()
            .thenComparing(DriftReport::sensor);

    DriftPicture {
        reports = List.copyOf(reports);
        curve = List.copyOf(curve);
    }

    /**
     * Reads it. Any thread but that of the display.
     *
     * @param wantedOrNull null for the worst feature
     * @param periodOrNull null for one that shows when the drift began
     */
    static DriftPicture read(
            DriftHistory history,
            AssetId asset,
            @Nullable DriftPick wantedOrNull,
            @Nullable DriftPeriod periodOrNull,
            Instant now) {
        List<DriftReport> reports =
                history.latestDrift(asset).stream().sorted(WORST_FIRST).toList();
        DriftPick pick = wantedOrNull != null ? wantedOrNull : worst(reports).orElse(null);
        Instant newest = reports.stream()
                .map(DriftReport::at)
                .max(Comparator.naturalOrder())
                .orElse(now);
        Instant end = newest.isAfter(now) ? newest : now;
        Instant since = find(reports, pick)
                .flatMap(FeatureDrift::since)
                .or(AssetDrift.of(asset, reports)::since)
                .orElse(end);
        DriftPeriod period = periodOrNull != null ? periodOrNull : DriftPeriod.showing(since, end);
        TimeSpan span = TimeSpan.before(end, period.length());
        List<DriftPoint> curve =
                pick == null ? List.of() : history.driftCurve(pick.sensor(), pick.feature(), span, COLUMNS);
        return new DriftPicture(reports, pick, period, span, curve);
    }

    Optional<DriftPick> pick() {
        return Optional.ofNullable(pickOrNull);
    }

    /** What the newest report says of the picked feature. */
    Optional<FeatureDrift> picked() {
        return find(reports, pickOrNull);
    }

    /** The curve with its limit, and with the moment at which the drift began. */
    CurvePicture chart(Formats formats, Instant now) {
        List<CurvePicture.Point> points = curve.stream()
                .map(point -> new CurvePicture.Point(
                        point.at().toEpochMilli(), point.drift().score()))
                .toList();
        List<CurvePicture.Moment> moments = picked()
                .flatMap(FeatureDrift::since)
                .filter(span::contains)
                .map(since -> new CurvePicture.Moment(since.toEpochMilli(), "began " + formats.time(since, now)))
                .stream()
                .toList();
        return new CurvePicture(
                CurvePicture.Axis.TIME,
                span.start().toEpochMilli(),
                span.end().toEpochMilli(),
                List.of(new CurvePicture.Curve("Drift", points, false)),
                List.of(new CurvePicture.Level(LIMIT, "limit")),
                moments,
                0,
                1.5 * LIMIT);
    }

    private static Optional<DriftPick> worst(List<DriftReport> reports) {
        return reports.stream()
                .findFirst()
                .flatMap(report -> report.worst().map(feature -> new DriftPick(report.sensor(), feature.feature())));
    }

    private static Optional<FeatureDrift> find(List<DriftReport> reports, @Nullable DriftPick pick) {
        return pick == null
                ? Optional.empty()
                : reports.stream()
                        .filter(report -> report.sensor().equals(pick.sensor()))
                        .findFirst()
                        .flatMap(report -> report.feature(pick.feature()));
    }
}
