package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.Set;

/**
 * A label as a trend marks it.
 *
 * @param shaded whether its span is shaded; that of an alarm is not, for the alarm is
 */
public record LabelMark(Label label, boolean shaded) {
    public static LabelMark of(Label label) {
        return new LabelMark(label, label.alarm().isEmpty());
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
