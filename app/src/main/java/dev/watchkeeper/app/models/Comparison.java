package dev.watchkeeper.app.models;

import dev.watchkeeper.app.chart.SpanRows;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.model.deploy.SpeechTally;
import dev.watchkeeper.engine.model.deploy.SubjectComparison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Champion and challenger on the same windows, as lines of a table.
 *
 * @param lines all together first, then one for each part
 * @param tooShort whether so little was compared that rates a day tell little
 */
record Comparison(ShadowReport report, List<Line> lines, boolean tooShort) {
    private static final Duration ENOUGH = Duration.ofHours(12);
    private static final double MILLIS_PER_DAY = 86_400_000;

    Comparison {
        lines = List.copyOf(lines);
    }

    /**
     * A line; exceedances are samples as rare as the sensitivity asks for.
     *
     * @param requestedPerDay exceedances a day that were asked for
     * @param championPerDay exceedances a day that there were, likewise for the challenger; NaN before any time has passed
     */
    record Line(
            String label,
            double requestedPerDay,
            double championPerDay,
            double challengerPerDay,
            long championEpisodes,
            long challengerEpisodes) {}

    static Comparison of(ShadowReport report, ModelRow row) {
        double days = report.over().length().toMillis() / MILLIS_PER_DAY;
        List<Line> parts = new ArrayList<>();
        double requested = 0;
        long[] totals = new long[4];
        for (SubjectComparison subject : report.subjects()) {
            SpeechTally champion = subject.champion();
            SpeechTally challenger = subject.challenger();
            double asked = challenger.rates().getFirst().requestedPerDay();
            requested += asked;
            totals[0] += champion.exceedances();
            totals[1] += challenger.exceedances();
            totals[2] += champion.episodes();
            totals[3] += challenger.episodes();
            parts.add(new Line(
                    subject.kind().equals(PartKind.ASSET) ? "Sensors together" : row.sensorLabel(subject.subject()),
                    asked,
                    perDay(champion.exceedances(), days),
                    perDay(challenger.exceedances(), days),
                    champion.episodes(),
                    challenger.episodes()));
        }
        parts.addFirst(
                new Line("All", requested, perDay(totals[0], days), perDay(totals[1], days), totals[2], totals[3]));
        return new Comparison(report, parts, report.over().length().compareTo(ENOUGH) < 0);
    }

    /** The time that was compared. */
    Viewport viewport() {
        return Viewport.still(report.over());
    }

    /** The episodes of both, below each other. */
    List<SpanRows.Row> episodes() {
        return List.of(
                row(Role.CHAMPION, "Champion", report.championNumber()),
                row(Role.CHALLENGER, "Challenger", report.challengerNumber()));
    }

    private SpanRows.Row row(Role role, String name, int number) {
        long end = report.over().end().toEpochMilli();
        return new SpanRows.Row(
                number == 0 ? name : name + " " + number,
                report.episodes(role)
                        .map(episode -> {
                            var closed = episode.closedAt();
                            return new SpanRows.Bar(
                                    episode.openedAt().toEpochMilli(),
                                    closed == null ? end : closed.toEpochMilli(),
                                    episode.peakScore());
                        })
                        .toList());
    }

    private static double perDay(long number, double days) {
        return days > 0 ? number / days : Double.NaN;
    }
}
