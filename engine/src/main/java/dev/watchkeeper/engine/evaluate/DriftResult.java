package dev.watchkeeper.engine.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the drift watch did on made-up streams. */
public record DriftResult(List<DriftOutcome> outcomes) {
    private static final double TEN_THOUSAND = 10_000;

    public DriftResult {
        outcomes = List.copyOf(outcomes);
    }

    /** The median of readings from the change to the first feature that was found changed; NaN when all were missed. */
    double delay(DriftStream.Kind kind) {
        return median(kind, DriftOutcome::changeAfter);
    }

    /** In how many of the streams no change was found. */
    long missed(DriftStream.Kind kind) {
        return of(kind).stream()
                .filter(outcome -> outcome.changeAfter() == null)
                .count();
    }

    /** How often a feature was found changed where nothing had, for 10,000 readings; NaN where there were none. */
    double falsePer10k(DriftStream.Kind kind) {
        List<DriftOutcome> streams = of(kind);
        return TEN_THOUSAND
                * streams.stream().mapToInt(DriftOutcome::falseChanges).sum()
                / streams.stream().mapToInt(DriftOutcome::calm).sum();
    }

    /** A table for people, a line for each kind of stream. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-27s %7s %7s %6s %8s %8s %10s %10s",
                "stream",
                "change",
                "worst",
                "missed",
                "verdict",
                "start",
                "false/10k",
                "drift/10k"));
        for (DriftStream.Kind kind : DriftStream.Kind.values()) {
            List<DriftOutcome> streams = of(kind);
            double verdicts =
                    streams.stream().mapToInt(DriftOutcome::falseDrifts).sum();
            double calm = streams.stream().mapToInt(DriftOutcome::calm).sum();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-27s %7s %7s %6s %8s %8s %10.3f %10.3f",
                    kind.label(),
                    text(delay(kind)),
                    text(streams.stream()
                            .map(DriftOutcome::changeAfter)
                            .filter(Objects::nonNull)
                            .mapToDouble(Integer::doubleValue)
                            .max()
                            .orElse(Double.NaN)),
                    kind.drifts() ? missed(kind) + "/" + streams.size() : "-",
                    text(median(kind, DriftOutcome::driftAfter)),
                    text(median(kind, DriftOutcome::startError)),
                    falsePer10k(kind),
                    TEN_THOUSAND * verdicts / calm));
        }
        lines.add(
                "aim: delay_1sigma <= 100, false_per_10k <= 0.2; change and verdict: median readings from the true change until"
                        + " a feature is found changed, or drifting; start: how many readings late the verdict dates it.");
        return lines;
    }

    /** What the command prints last. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "drift delay_1sigma=%s delay_half_sigma=%s missed_variance=%d false_per_10k=%.3f",
                text(delay(DriftStream.Kind.ABRUPT_1_SIGMA)),
                text(delay(DriftStream.Kind.ABRUPT_HALF_SIGMA)),
                missed(DriftStream.Kind.VARIANCE),
                falsePer10k(DriftStream.Kind.NONE));
    }

    /** Writes {@code drift.csv}, a row for each stream. */
    public void writeTo(Path directory) throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("stream,seed,change_after,drift_after,false_changes,false_drifts,calm_readings,feature,start_error");
        for (DriftOutcome outcome : outcomes) {
            rows.add(String.join(
                    ",",
                    outcome.stream().kind().name().toLowerCase(Locale.ROOT),
                    Long.toString(outcome.stream().seed()),
                    cell(outcome.changeAfter()),
                    cell(outcome.driftAfter()),
                    Integer.toString(outcome.falseChanges()),
                    Integer.toString(outcome.falseDrifts()),
                    Integer.toString(outcome.calm()),
                    outcome.feature(),
                    cell(outcome.startError())));
        }
        Files.createDirectories(directory);
        Files.write(directory.resolve("drift.csv"), rows);
    }

    private List<DriftOutcome> of(DriftStream.Kind kind) {
        return outcomes.stream()
                .filter(outcome -> outcome.stream().kind() == kind)
                .toList();
    }

    private double median(DriftStream.Kind kind, Function<DriftOutcome, @Nullable Integer> figure) {
        double[] sorted = of(kind).stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(Integer::doubleValue)
                .toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String text(double figure) {
        return Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, "%.0f", figure);
    }

    private static String cell(@Nullable Integer figure) {
        return figure == null ? "" : figure.toString();
    }
}
