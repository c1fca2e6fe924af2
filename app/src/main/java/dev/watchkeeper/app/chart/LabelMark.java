package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.List;
import java.util.Set;

/**
 * A label as a trend marks it.
 *
 * @param symbolMillis where its symbol stands: where it begins, or where the alarm opened that it is about
 */
public record LabelMark(Label label, long symbolMillis) {
    /**
     * The mark of a label.
     *
     * @param alarms among which is the one that the label is about, if it is about one
     */
    public static LabelMark of(Label label, List<AlarmMark> alarms) {
        long start = label.span().start().toEpochMilli();
        return new LabelMark(
                label,
                alarms.stream()
                        .filter(alarm ->
                                label.alarm().filter(alarm.id()::equals).isPresent())
                        .mapToLong(AlarmMark::openMillis)
                        .findFirst()
                        .orElse(start));
    }

    /** Whether its span is shaded; that of an alarm is not, for the alarm is. */
    boolean shaded() {
        return label.alarm().isEmpty();
    }

    LabelKind kind() {
        return label.kind();
    }

    long startMillis() {
        return label.span().start().toEpochMilli();
    }

    long endMillis() {
        return label.span().end().toEpochMilli();
    }

    /** Whether it is about a trace of a lane. */
    boolean concerns(Lane lane) {
        Set<SensorId> sensors = Set.copyOf(label.sensors());
        return lane.traces().stream()
                .map(trace -> trace.sensor().id())
                .anyMatch(sensor ->
                        sensor.asset().equals(label.asset()) && (sensors.isEmpty() || sensors.contains(sensor)));
    }

    boolean overlaps(Viewport viewport) {
        return startMillis() <= viewport.endMillis() && endMillis() >= viewport.startMillis();
    }
}
