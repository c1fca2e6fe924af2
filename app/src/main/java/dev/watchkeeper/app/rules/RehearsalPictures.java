package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.chart.AlarmMark;
import dev.watchkeeper.app.chart.Lane;
import dev.watchkeeper.app.chart.LimitMark;
import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.engine.alarm.kpi.AlarmFact;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsal;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws up the past over which a rule was rehearsed, with what it would have raised. Any thread; waits for a disk. */
final class RehearsalPictures {
    private static final int COLUMNS = 640;
    private static final int MOST_LANES = 3;

    private final RulePorts ports;

    RehearsalPictures(RulePorts ports) {
        this.ports = ports;
    }

    TrendPicture of(Rehearsal rehearsal) {
        AlarmRule rule = rehearsal.rule();
        TimeSpan span = rehearsal.span();
        List<TraceLoader.Wanted> wanted = wanted(rule);
        Set<SensorId> sensors = wanted.stream().map(one -> one.sensor().id()).collect(Collectors.toSet());
        List<AlarmMark> marks = rehearsal.raised().stream()
                .map(fact -> mark(fact, rule, sensors))
                .toList();
        return new TrendPicture(
                        Viewport.still(span), Lane.perSensor(ports.traces().load(wanted, span, COLUMNS)), marks)
                .withLimits(LimitMark.of(rule).map(LimitMark::reached).stream().toList());
    }

    private List<TraceLoader.Wanted> wanted(AlarmRule rule) {
        Optional<Asset> asset = ports.assets().find(rule.condition().asset());
        Optional<SensorId> sensor = RuleWords.sensorOf(rule.condition());
        return asset.stream()
                .flatMap(one -> one.sensors().stream()
                        .filter(own -> sensor.isEmpty() || own.id().equals(sensor.get()))
                        .limit(MOST_LANES)
                        .map((Sensor own) -> new TraceLoader.Wanted(own, one.label())))
                .toList();
    }

    private static AlarmMark mark(AlarmFact fact, AlarmRule rule, Set<SensorId> sensors) {
        Instant closed = fact.closedAtOrNull();
        return new AlarmMark(
                fact.id(),
                fact.source().asset(),
                rule.priority(),
                "Would have been raised",
                fact.openedAt().toEpochMilli(),
                closed == null ? Long.MAX_VALUE : closed.toEpochMilli(),
                sensors);
    }
}
