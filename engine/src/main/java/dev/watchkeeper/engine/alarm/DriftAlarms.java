package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.model.desk.DriftNotices;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Raises an alarm of low priority when an asset drifts, one at a time for each asset, and ends it when it does no more. Which
 * one is open is looked up among the alarms, so that a restart neither loses nor doubles one. Thread-safe.
 */
public final class DriftAlarms implements DriftNotices {
    /** The rule that these alarms are raised under. */
    public static final String RULE = "drift";

    /** Stands for all sensors of the asset together. */
    private static final String WHOLE = "drift";

    private static final double FALSE_ALARMS_PER_DAY = 1;

    private final AlarmDesk desk;

    public DriftAlarms(AlarmDesk desk) {
        this.desk = desk;
    }

    @Override
    public synchronized void drifting(AssetDrift drift, Instant at) {
        List<Contribution> contributions = contributions(drift);
        double worst = drift.drifting().stream()
                .mapToDouble(finding -> finding.drift().score())
                .max()
                .orElse(0);
        Optional<Alarm> open = open(drift.asset());
        Instant opened = open.map(Alarm::openedAt).orElse(at);
        Instant since = drift.since().filter(start -> start.isBefore(at)).orElse(at);
        Detection detection = new Detection(
                id(drift.asset(), opened),
                drift.asset(),
                RULE,
                open.isPresent() ? Detection.Phase.WORSENED : Detection.Phase.OPENED,
                opened,
                at,
                new TimeSpan(since, at),
                worst / (1 + worst),
                FALSE_ALARMS_PER_DAY,
                contributions);
        desk.accept(List.of(detection));
    }

    @Override
    public synchronized void steady(AssetId asset, Instant at) {
        open(asset)
                .ifPresent(alarm -> desk.accept(List.of(new Detection(
                        id(asset, alarm.openedAt()),
                        asset,
                        RULE,
                        Detection.Phase.CLOSED,
                        alarm.openedAt(),
                        at,
                        alarm.window(),
                        alarm.score(),
                        FALSE_ALARMS_PER_DAY,
                        alarm.contributions()))));
    }

    private Optional<Alarm> open(AssetId asset) {
        return Stream.concat(desk.current().stream(), desk.suppressed().stream())
                .filter(alarm -> alarm.rule().equals(RULE)
                        && alarm.asset().equals(asset)
                        && alarm.closedAt().isEmpty())
                .findFirst();
    }

    private static DetectionId id(AssetId asset, Instant opened) {
        return DetectionId.of(RULE, new SensorId(asset, WHOLE), opened);
    }

    /** The sensors' shares by their worst feature's curve. */
    private static List<Contribution> contributions(AssetDrift drift) {
        Map<SensorId, Double> scores = new LinkedHashMap<>();
        drift.drifting()
                .forEach(finding ->
                        scores.merge(finding.sensor(), finding.drift().score(), Math::max));
        double sum = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        return scores.entrySet().stream()
                .map(entry -> new Contribution(entry.getKey(), sum > 0 ? entry.getValue() / sum : 1.0 / scores.size()))
                .sorted(Comparator.comparingDouble(Contribution::share).reversed())
                .toList();
    }
}
