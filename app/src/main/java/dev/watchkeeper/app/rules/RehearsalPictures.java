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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws up the past over which a rule was rehearsed, with what it would have raised. Any thread; waits for a disk. */
final class RehearsalPictures {
    private static final int COLUMNS = 640;
    private static final int MOST_LANES = 3;
    /** About as many symbols as fit beside each other. */
    private static final int MOST_MARKS = 32;

    private final RulePorts ports;

    RehearsalPictures(RulePorts ports) {
        this.ports = ports;
    }

    TrendPicture of(Rehearsal rehearsal) {
        AlarmRule rule = rehearsal.rule();
        TimeSpan span = rehearsal.span();
        List<TraceLoader.Wanted> wanted = wanted(rule);
        Set<SensorId> sensors = wanted.stream().map(one -> one.sensor().id()).collect(Collectors.toSet());
        List<AlarmMark> marks = marks(rehearsal, sensors);
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

    /** One for each alarm; those that lie too close together to be told apart are one. */
    private static List<AlarmMark> marks(Rehearsal rehearsal, Set<SensorId> sensors) {
        long apart = rehearsal.span().length().toMillis() / MOST_MARKS;
        List<AlarmMark> marks = new ArrayList<>();
        int merged = 0;
        for (AlarmFact fact : rehearsal.raised()) {
            AlarmMark last = marks.isEmpty() ? null : marks.getLast();
            if (last != null && fact.openedAt().toEpochMilli() - last.openMillis() < apart) {
                merged++;
                marks.removeLast();
                marks.add(mark(fact, rehearsal, sensors, last.openMillis(), merged + " alarms would have been raised"));
            } else {
                merged = 1;
                marks.add(mark(
                        fact, rehearsal, sensors, fact.openedAt().toEpochMilli(), "1 alarm would have been raised"));
            }
        }
        return marks;
    }

    private static AlarmMark mark(
            AlarmFact fact, Rehearsal rehearsal, Set<SensorId> sensors, long openMillis, String message) {
        Instant closed = fact.closedAtOrNull();
        return new AlarmMark(
                fact.id(),
                fact.source().asset(),
                rehearsal.rule().priority(),
                message,
                openMillis,
                closed == null ? Long.MAX_VALUE : closed.toEpochMilli(),
                sensors);
    }
}
