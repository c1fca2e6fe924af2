package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out realised scores. See {@link RealisedScore} for what they mean. */
public final class RealisedScores {
    /** Looked at are at most this many alarms, the newest. */
    public static final int MOST_ALARMS = 100_000;

    private RealisedScores() {}

    /** The score of a span of event time. */
    public static RealisedScore of(TimeSpan span, Collection<Alarm> alarms, Collection<Label> labels) {
        return overTime(span, positive(span), alarms, labels).get(0);
    }

    /**
     * The scores of consecutive buckets of a span of event time; the last may be shorter.
     *
     * @param alarms also those that opened before the span, for they may overlap with what is in it
     * @param labels the answers that count; those that are about nothing in the span do no harm
     * @throws IllegalArgumentException when the bucket is not positive
     */
    public static List<RealisedScore> overTime(
            TimeSpan span, Duration bucket, Collection<Alarm> alarms, Collection<Label> labels) {
        if (bucket.isZero() || bucket.isNegative()) {
            throw new IllegalArgumentException("a bucket of " + bucket + " covers no time");
        }
        Map<AlarmId, Label> answers = new HashMap<>();
        for (Label label : labels) {
            label.alarm().ifPresent(alarm -> answers.put(alarm, label));
        }
        List<Instant> missed = missed(alarms, labels);
        List<RealisedScore> scores = new ArrayList<>();
        Instant start = span.start();
        do {
            Instant end = start.plus(bucket).isBefore(span.end()) ? start.plus(bucket) : span.end();
            scores.add(score(new TimeSpan(start, end), alarms, answers, missed));
            start = end;
        } while (start.isBefore(span.end()));
        return scores;
    }

    /**
     * The scores of an asset, or of all, as the ports know them. Blocks on the local store; any thread but that of the
     * display.
     *
     * @param assetOrNull null for all assets
     */
    public static List<RealisedScore> read(
            Alarms alarms, Labels labels, @Nullable AssetId assetOrNull, TimeSpan span, Duration bucket) {
        List<Alarm> all = alarms.opened(new TimeSpan(Instant.MIN, span.end()), MOST_ALARMS).stream()
                .filter(alarm -> assetOrNull == null || alarm.asset().equals(assetOrNull))
                .toList();
        List<Label> given = assetOrNull == null ? labels.all(span) : labels.of(assetOrNull, span);
        return overTime(span, bucket, all, given);
    }

    private static Duration positive(TimeSpan span) {
        return span.length().isZero() ? Duration.ofNanos(1) : span.length();
    }

    private static RealisedScore score(
            TimeSpan span, Collection<Alarm> alarms, Map<AlarmId, Label> answers, List<Instant> missed) {
        int opened = 0;
        int right = 0;
        int wrong = 0;
        List<Duration> delays = new ArrayList<>();
        for (Alarm alarm : alarms) {
            if (!span.contains(alarm.openedAt())) {
                continue;
            }
            opened++;
            Label answer = answers.get(alarm.id());
            if (answer != null) {
                delays.add(delay(alarm, answer));
                right += answer.kind() == LabelKind.TRUE_ANOMALY ? 1 : 0;
                wrong += answer.kind() == LabelKind.NOT_AN_ANOMALY ? 1 : 0;
            }
        }
        int without = (int) missed.stream().filter(span::contains).count();
        return new RealisedScore(span, opened, delays.size(), right, wrong, without, delays);
    }

    private static Duration delay(Alarm alarm, Label answer) {
        Duration delay = Duration.between(alarm.raisedAt(), answer.at());
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    /** Where anomalies start that somebody labelled and no alarm told of. */
    private static List<Instant> missed(Collection<Alarm> alarms, Collection<Label> labels) {
        Map<AssetId, Instant> reached = new HashMap<>();
        List<Instant> starts = new ArrayList<>();
        labels.stream()
                .filter(label ->
                        label.kind() == LabelKind.TRUE_ANOMALY && label.alarm().isEmpty())
                .filter(label -> alarms.stream().noneMatch(alarm -> tells(alarm, label)))
                .sorted(Comparator.comparing(label -> label.span().start()))
                .forEach(label -> {
                    Instant before = reached.get(label.asset());
                    if (before == null || !label.span().start().isBefore(before)) {
                        starts.add(label.span().start());
                    }
                    if (before == null || label.span().end().isAfter(before)) {
                        reached.put(label.asset(), label.span().end());
                    }
                });
        return starts;
    }

    private static boolean tells(Alarm alarm, Label label) {
        return alarm.asset().equals(label.asset())
                && LabelSubject.of(alarm, Instant.MAX).span().overlaps(label.span());
    }
}
