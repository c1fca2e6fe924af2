package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.model.train.TrainingException;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model is to be trained and measured on.
 *
 * @param until event time of the end of history, up to which a trained model goes on
 * @param usualInterval how often the slowest of the sensors speaks that can be trained
 * @param sentence what was chosen, and why
 */
record SpanChoice(TimeSpan span, Instant until, Duration usualInterval, String sentence) {
    /** At most this much of history, the newest. */
    static final Duration LONGEST = Duration.ofDays(60);

    /** So that three fifths of them are what a detector needs at the least. */
    static final int FEWEST_READINGS = 400;

    /** So many of each sensor since a drift began are enough to forget what was before. */
    static final int FEWEST_SINCE_DRIFT = 2_000;

    /** Less is flagged as little. */
    private static final Duration LITTLE = Duration.ofDays(14);

    private static final int COLUMNS = 120;

    /**
     * Chooses.
     *
     * @param requested what somebody asked for; empty to choose well
     * @param driftSince event time since which the asset drifts, where that is the reason for training
     * @throws TrainingException when no sensor has enough readings
     */
    static SpanChoice of(
            ReadingHistory history, Asset asset, Optional<TimeSpan> requested, Optional<Instant> driftSince) {
        TimeSpan kept = kept(history, asset);
        if (requested.isPresent()) {
            TimeSpan span = requested.get();
            return chosen(history, asset, span, kept.end(), "Trained on " + words(span) + ", as was asked for.");
        }
        TimeSpan whole = kept.length().compareTo(LONGEST) > 0 ? TimeSpan.before(kept.end(), LONGEST) : kept;
        SpanChoice all = chosen(
                history,
                asset,
                whole,
                kept.end(),
                "Trained on " + words(whole) + ", "
                        + (whole.equals(kept) ? "all that is kept of " : "the newest 60 days of ") + asset.label()
                        + ".");
        if (driftSince.isEmpty() || !whole.contains(driftSince.get())) {
            return all;
        }
        TimeSpan since = new TimeSpan(driftSince.get(), whole.end());
        long fewest = fewest(history, asset, whole, since);
        if (fewest < FEWEST_SINCE_DRIFT) {
            return new SpanChoice(
                    all.span,
                    all.until,
                    all.usualInterval,
                    all.sentence + " Since the drift began at " + seconds(driftSince.get()) + " there are only "
                            + fewest
                            + " readings of a sensor; from " + FEWEST_SINCE_DRIFT
                            + " on what was before could be left out, so train again later.");
        }
        return chosen(
                history,
                asset,
                since,
                kept.end(),
                "Trained on " + words(since) + ", what came since the drift began: what was before is usual no more.");
    }

    private static TimeSpan kept(ReadingHistory history, Asset asset) {
        TimeSpan kept = null;
        for (Sensor sensor : asset.sensors()) {
            Optional<TimeSpan> extent = history.extent(sensor.id());
            if (extent.isPresent()) {
                kept = kept == null ? extent.get() : hull(kept, extent.get());
            }
        }
        if (kept == null) {
            throw new TrainingException(
                    "There are no readings of " + asset.label() + " to train on; wait for some or import history.");
        }
        return kept;
    }

    private static TimeSpan hull(TimeSpan one, TimeSpan other) {
        return new TimeSpan(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }

    private static SpanChoice chosen(
            ReadingHistory history, Asset asset, TimeSpan span, Instant until, String sentence) {
        long most = 0;
        @Nullable Duration slowest = null;
        for (Sensor sensor : asset.sensors()) {
            Census census = Census.of(history, sensor.id(), span);
            most = Math.max(most, census.readings);
            if (census.readings >= FEWEST_READINGS) {
                slowest = slowest == null || census.interval.compareTo(slowest) > 0 ? census.interval : slowest;
            }
        }
        if (slowest == null) {
            throw new TrainingException("The history of " + asset.label() + " is too short to train on: from "
                    + seconds(span.start()) + " to " + seconds(span.end()) + " no sensor has more than " + most
                    + " readings, at least "
                    + FEWEST_READINGS + " are needed. Wait, or import history.");
        }
        String little = span.length().compareTo(LITTLE) < 0 ? " Less than 14 days is little." : "";
        return new SpanChoice(span, until, slowest, sentence + little);
    }

    /** The fewest readings in a span of any sensor that has enough in the whole. */
    private static long fewest(ReadingHistory history, Asset asset, TimeSpan whole, TimeSpan span) {
        return asset.sensors().stream()
                .filter(sensor -> Census.of(history, sensor.id(), whole).readings >= FEWEST_READINGS)
                .mapToLong(sensor -> Census.of(history, sensor.id(), span).readings)
                .min()
                .orElse(0);
    }

    private static String words(TimeSpan span) {
        double hours = span.length().toSeconds() / 3_600.0;
        String length;
        if (hours >= 36) {
            length = String.format(Locale.ROOT, "%.1f days", hours / 24);
        } else if (hours >= 2) {
            length = String.format(Locale.ROOT, "%.1f hours", hours);
        } else {
            length = Math.round(60 * hours) + " minutes";
        }
        return length + " from " + seconds(span.start()) + " to " + seconds(span.end());
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** How many readings a sensor has in a span, and how far apart they usually are, roughly. */
    private record Census(long readings, Duration interval) {
        static Census of(ReadingHistory history, SensorId sensor, TimeSpan span) {
            Series series = history.series(sensor, span, COLUMNS);
            long readings = 0;
            int[] counts = new int[series.size()];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = series.count(i);
                readings += counts[i];
            }
            Arrays.sort(counts);
            int usual = counts.length == 0 ? 1 : Math.max(1, counts[counts.length / 2]);
            Duration interval = span.length().dividedBy(COLUMNS).dividedBy(usual);
            return new Census(readings, interval.isZero() ? Duration.ofMillis(1) : interval);
        }
    }
}
