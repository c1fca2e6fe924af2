package dev.watchkeeper.app.models;

import dev.watchkeeper.app.chart.CurvePicture;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import dev.watchkeeper.engine.model.tracking.Tracking;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One run in full, or several side by side.
 *
 * @param rows those that are selected, the newest first
 * @param values params and metrics, each with what each row says of it; an empty text where it says nothing
 * @param curves metrics of several steps, of each row that has the metric
 * @param linkOrNull where a person can look at the first row's run at a server; null where nowhere
 */
record RunComparison(
        List<RunRow> rows,
        List<Value> values,
        Map<String, List<CurvePicture.Curve>> curves,
        @Nullable URI linkOrNull) {
    static final RunComparison NONE = new RunComparison(List.of(), List.of(), Map.of(), null);

    /**
     * A param or metric.
     *
     * @param texts one for each row
     */
    record Value(String name, List<String> texts) {
        /** Whether the rows say different things. */
        boolean differs() {
            return texts.stream().distinct().count() > 1;
        }
    }

    RunComparison {
        rows = List.copyOf(rows);
        values = List.copyOf(values);
    }

    /** Reads it. Any thread but that of the display. */
    static RunComparison read(Tracking tracking, List<RunRow> rows) {
        Map<String, List<CurvePicture.Curve>> curves = new LinkedHashMap<>();
        for (RunRow row : rows) {
            row.run()
                    .ifPresent(run -> tracking.curves(run.id()).forEach((metric, points) -> {
                        if (points.size() > 1) {
                            curves.computeIfAbsent(metric, name -> new ArrayList<>())
                                    .add(curve(row, points));
                        }
                    }));
        }
        Optional<RunId> first = rows.stream().findFirst().flatMap(RunRow::run).map(TrackedRun::id);
        return new RunComparison(
                rows, values(rows), curves, first.flatMap(tracking::link).orElse(null));
    }

    Optional<URI> link() {
        return Optional.ofNullable(linkOrNull);
    }

    /** The curves of a metric over each other. */
    CurvePicture chart(String metric) {
        List<CurvePicture.Curve> drawn = curves.getOrDefault(metric, List.of());
        double last = drawn.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(CurvePicture.Point::x)
                .max()
                .orElse(1);
        return new CurvePicture(CurvePicture.Axis.STEPS, 0, Math.max(1, last), drawn, List.of(), List.of(), 0, 0);
    }

    private static CurvePicture.Curve curve(RunRow row, List<MetricPoint> points) {
        return new CurvePicture.Curve(
                "Version " + row.number(),
                points.stream()
                        .map(point -> new CurvePicture.Point(point.step(), point.value()))
                        .toList(),
                true);
    }

    /** Metrics first: they are what runs are compared by. */
    private static List<Value> values(List<RunRow> rows) {
        List<Value> values = new ArrayList<>();
        SortedSet<String> metrics = new TreeSet<>();
        SortedSet<String> params = new TreeSet<>();
        rows.forEach(row -> row.run().ifPresent(run -> {
            metrics.addAll(run.metrics().keySet());
            params.addAll(run.params().keySet());
        }));
        metrics.forEach(name -> values.add(new Value(
                name,
                rows.stream()
                        .map(row -> row.run()
                                .map(run -> run.metrics().get(name))
                                .map(RunComparison::number)
                                .orElse(""))
                        .toList())));
        params.forEach(name -> values.add(new Value(
                name,
                rows.stream()
                        .map(row -> row.run().map(run -> run.params().get(name)).orElse(""))
                        .toList())));
        return values;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(java.util.Locale.ROOT, "%,.0f", value)
                : String.format(java.util.Locale.ROOT, "%.3g", value);
    }
}
