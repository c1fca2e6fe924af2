package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the alarms of the past that are like one: of the same asset, with contributions in nearly the same proportions.
 * The search is only made anew for another alarm or other contributions; the labels are looked up each time. Any thread,
 * one at a time.
 */
public final class SimilarAlarms {
    private static final Duration PAST = Duration.ofDays(365);
    private static final int LOOKED_AT = 2_000;
    private static final int MOST = 5;
    private static final double LEAST = 0.8;

    private final Alarms alarms;
    private final Labels labels;
    private @Nullable Found last;

    public SimilarAlarms(Alarms alarms, Labels labels) {
        this.alarms = alarms;
        this.labels = labels;
    }

    private record Found(AlarmId of, List<Contribution> contributions, List<SimilarAlarm> similar) {}

    /** The most similar first, of equals the newest. */
    public synchronized List<SimilarAlarm> to(Alarm alarm) {
        Found found = last;
        if (found == null || !found.of.equals(alarm.id()) || !found.contributions.equals(alarm.contributions())) {
            found = new Found(alarm.id(), alarm.contributions(), search(alarm));
            last = found;
        }
        Map<AlarmId, Label> answers = labels.ofAlarms(
                found.similar.stream().map(one -> one.alarm().id()).toList());
        return found.similar.stream()
                .map(one -> new SimilarAlarm(
                        one.alarm(),
                        one.similarity(),
                        Optional.ofNullable(answers.get(one.alarm().id()))
                                .map(Label::kind)
                                .orElse(null)))
                .toList();
    }

    /** All others like it that opened in a span, the newest first. */
    public List<SimilarAlarm> to(Alarm alarm, TimeSpan span) {
        List<SimilarAlarm> found = like(alarm, span)
                .sorted(Comparator.comparing((SimilarAlarm one) -> one.alarm().openedAt())
                        .reversed())
                .toList();
        Map<AlarmId, Label> answers =
                labels.ofAlarms(found.stream().map(one -> one.alarm().id()).toList());
        return found.stream()
                .map(one -> new SimilarAlarm(
                        one.alarm(),
                        one.similarity(),
                        Optional.ofNullable(answers.get(one.alarm().id()))
                                .map(Label::kind)
                                .orElse(null)))
                .toList();
    }

    private List<SimilarAlarm> search(Alarm alarm) {
        return like(alarm, TimeSpan.before(alarm.openedAt(), PAST))
                .sorted(Comparator.comparingDouble(SimilarAlarm::similarity)
                        .thenComparing(one -> one.alarm().openedAt())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private Stream<SimilarAlarm> like(Alarm alarm, TimeSpan span) {
        Map<SensorId, Double> shares = shares(alarm);
        return alarms.opened(span, LOOKED_AT).stream()
                .filter(other ->
                        other.asset().equals(alarm.asset()) && !other.id().equals(alarm.id()))
                .map(other -> new SimilarAlarm(other, cosine(shares, shares(other)), null))
                .filter(one -> one.similarity() >= LEAST);
    }

    private static Map<SensorId, Double> shares(Alarm alarm) {
        Map<SensorId, Double> shares = new HashMap<>();
        alarm.contributions().forEach(one -> shares.merge(one.sensor(), one.share(), Double::sum));
        return shares;
    }

    /** 0 where either has no contribution. */
    static double cosine(Map<SensorId, Double> one, Map<SensorId, Double> other) {
        double product = 0;
        for (Map.Entry<SensorId, Double> entry : one.entrySet()) {
            product += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
        }
        double lengths = Math.sqrt(squares(one) * squares(other));
        return lengths == 0 ? 0 : Math.min(1, product / lengths);
    }

    private static double squares(Map<SensorId, Double> shares) {
        return shares.values().stream().mapToDouble(share -> share * share).sum();
    }
}
