package dev.watchkeeper.app.models;

import dev.watchkeeper.app.chart.CurvePicture;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.label.RealisedScore;
import dev.watchkeeper.engine.label.RealisedScores;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How well an asset's alarms fared by what people said of them.
 *
 * @param recent of the last 30 days
 * @param weeks of each of the last weeks, the oldest first
 * @param fewest so many answers there must be before a number means anything
 */
record ScoreCourse(RealisedScore recent, List<RealisedScore> weeks, int fewest) {
    private static final Duration RECENT = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int WEEKS = 13;
    private static final int FEWEST_IN_A_WEEK = 3;

    ScoreCourse {
        weeks = List.copyOf(weeks);
    }

    /** Reads it. Any thread but that of the display. */
    static ScoreCourse read(Alarms alarms, Labels labels, AssetId asset, int fewest, Instant now) {
        Instant end = now.plusMillis(1);
        TimeSpan recent = TimeSpan.before(end, RECENT);
        return new ScoreCourse(
                RealisedScores.read(alarms, labels, asset, recent, RECENT.plusDays(1))
                        .getFirst(),
                RealisedScores.read(alarms, labels, asset, TimeSpan.before(end, WEEK.multipliedBy(WEEKS)), WEEK),
                fewest);
    }

    /** Whether anybody ever said anything in the time shown. */
    boolean isEmpty() {
        return weeks.stream().allMatch(week -> week.labelled() == 0 && week.missed() == 0);
    }

    boolean tooFew() {
        return recent.judged() < fewest;
    }

    /** How much of it is labelled, such as "3 of 41 alarms labelled". */
    String coverage() {
        return recent.alarms() == 0
                ? "no alarms"
                : recent.labelled() + " of " + ModelWords.count(recent.alarms(), "alarm") + " labelled";
    }

    /** What that makes of the number. */
    String weight() {
        if (tooFew()) {
            return "too few to judge";
        }
        return recent.medianDelay()
                .map(delay -> "labels after " + Formats.roughAge(delay) + " (median)")
                .orElse("");
    }

    /** What the number rests on, such as "3 of 41 alarms labelled: too few to judge". */
    String basis() {
        if (recent.alarms() == 0 && recent.missed() == 0) {
            return "No alarms in 30 days";
        }
        return coverage() + (tooFew() ? ": " : ", ") + weight();
    }

    /** Whether a week has answers enough to show its numbers. */
    static boolean tells(RealisedScore week) {
        return week.judged() >= FEWEST_IN_A_WEEK;
    }

    /** F1, precision and recall by week, leaving out weeks with too few answers. */
    CurvePicture chart() {
        return new CurvePicture(
                CurvePicture.Axis.TIME,
                weeks.getFirst().span().start().toEpochMilli(),
                weeks.getLast().span().end().toEpochMilli(),
                List.of(
                        curve("F1", RealisedScore::f1),
                        curve("Precision", RealisedScore::precision),
                        curve("Recall", RealisedScore::recall)),
                List.of(),
                List.of(),
                0,
                1);
    }

    /** A ratio in [0, 1]; an en dash where there is none. */
    static String ratio(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "–";
    }

    private CurvePicture.Curve curve(String name, Function<RealisedScore, OptionalDouble> of) {
        return new CurvePicture.Curve(
                name,
                weeks.stream()
                        .filter(ScoreCourse::tells)
                        .filter(week -> of.apply(week).isPresent())
                        .map(week -> new CurvePicture.Point(
                                middle(week.span()), of.apply(week).getAsDouble()))
                        .toList(),
                true);
    }

    private static double middle(TimeSpan span) {
        return (span.start().toEpochMilli() + span.end().toEpochMilli()) / 2.0;
    }
}
