package dev.watchkeeper.engine.shift;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.kpi.AlarmFacts;
import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.kpi.AlarmSource;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a shift leaves behind, read at one moment. Immutable.
 *
 * @param kpis of the span
 * @param alarms that opened in the span, in order
 * @param unacknowledged those not acknowledged when it was read, whenever they opened, the most urgent first
 * @param labels the answers to alarms of the span and to what is unacknowledged
 * @param spans the spans labelled by hand that overlap the span, by start
 * @param assets those of all alarms and spans, as far as they are described
 * @param at when it was read
 * @param zone in which its times are written
 */
public record ShiftReport(
        AlarmKpis kpis,
        List<Alarm> alarms,
        List<Alarm> unacknowledged,
        Map<AlarmId, Label> labels,
        List<Label> spans,
        Map<AssetId, Asset> assets,
        Instant at,
        ZoneId zone) {
    private static final Comparator<Alarm> URGENT_FIRST = Comparator.comparing(Alarm::priority)
            .reversed()
            .thenComparing(Alarm::openedAt)
            .thenComparing(Alarm::id);

    public ShiftReport {
        alarms = List.copyOf(alarms);
        unacknowledged = List.copyOf(unacknowledged);
        labels = Map.copyOf(labels);
        spans = List.copyOf(spans);
        assets = Map.copyOf(assets);
    }

    /**
     * Reads everything from the ports.
     *
     * @param now up to which is reported
     * @param shelved how many alarms are shelved; empty where that is not known
     * @throws IllegalArgumentException when nothing of the span has passed
     */
    public static ShiftReport read(
            Alarms alarms, Labels labels, Assets assets, TimeSpan span, Instant now, ZoneId zone, OptionalInt shelved) {
        AlarmKpis kpis = AlarmKpis.of(AlarmFacts.read(alarms, span), span, now, zone, shelved);
        List<Alarm> opened = new ArrayList<>();
        AlarmFacts.forEach(alarms, kpis.span(), opened::add);
        opened.sort(Comparator.comparing(Alarm::openedAt).thenComparing(Alarm::id));
        List<Alarm> waiting = alarms.current().stream()
                .filter(alarm ->
                        !alarm.state().acknowledged() && alarm.openedAt().isBefore(now))
                .sorted(URGENT_FIRST)
                .toList();
        List<AlarmId> ids = new ArrayList<>(opened.stream().map(Alarm::id).toList());
        waiting.forEach(alarm -> ids.add(alarm.id()));
        List<Label> spans = labels.all(kpis.span()).stream()
                .filter(label -> label.alarm().isEmpty())
                .toList();
        HashSet<AssetId> named = new HashSet<>();
        opened.forEach(alarm -> named.add(alarm.asset()));
        waiting.forEach(alarm -> named.add(alarm.asset()));
        spans.forEach(label -> named.add(label.asset()));
        kpis.badActors().forEach(actor -> named.add(actor.source().asset()));
        kpis.floods().forEach(flood -> named.add(flood.first().source().asset()));
        Map<AssetId, Asset> described = new HashMap<>();
        named.forEach(id -> assets.find(id).ifPresent(asset -> described.put(id, asset)));
        return new ShiftReport(kpis, opened, waiting, labels.ofAlarms(ids), spans, described, now, zone);
    }

    Optional<Label> label(Alarm alarm) {
        return Optional.ofNullable(labels.get(alarm.id()));
    }

    /** The name that people have for an asset. */
    String name(AssetId id) {
        Asset asset = assets.get(id);
        return asset == null ? id.value() : asset.label();
    }

    /** The name of the sensor that leads a source; empty where it names none. */
    String sensor(AlarmSource source) {
        return source.sensor()
                .map(id -> Optional.ofNullable(assets.get(id.asset()))
                        .flatMap(asset -> asset.sensor(id))
                        .map(Sensor::label)
                        .orElse(id.name()))
                .orElse("");
    }

    /** Asset and leading sensor. */
    String name(AlarmSource source) {
        String sensor = sensor(source);
        return sensor.isEmpty() ? name(source.asset()) : name(source.asset()) + ", " + sensor;
    }
}
