package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a trend shows at one moment.
 *
 * @param marks alarms, the oldest first
 * @param labels what people say of spans, by start
 * @param selectionOrNull a span that is being picked to be labelled; null for none
 * @param focusOrNull a span to point out, such as the window that fired; null for none
 * @param limits drawn across the lanes of their sensors
 */
public record TrendPicture(
        Viewport viewport,
        List<Lane> lanes,
        List<AlarmMark> marks,
        List<LabelMark> labels,
        @Nullable TimeSpan selectionOrNull,
        @Nullable TimeSpan focusOrNull,
        List<LimitMark> limits) {
    public TrendPicture {
        lanes = List.copyOf(lanes);
        marks = List.copyOf(marks);
        labels = List.copyOf(labels);
        limits = List.copyOf(limits);
    }

    /** Without limits. */
    public TrendPicture(
            Viewport viewport,
            List<Lane> lanes,
            List<AlarmMark> marks,
            List<LabelMark> labels,
            @Nullable TimeSpan selectionOrNull,
            @Nullable TimeSpan focusOrNull) {
        this(viewport, lanes, marks, labels, selectionOrNull, focusOrNull, List.of());
    }

    /** The same with these limits. */
    public TrendPicture withLimits(List<LimitMark> drawn) {
        return new TrendPicture(viewport, lanes, marks, labels, selectionOrNull, focusOrNull, drawn);
    }

    /** Without labels. */
    public TrendPicture(Viewport viewport, List<Lane> lanes, List<AlarmMark> marks, @Nullable TimeSpan focusOrNull) {
        this(viewport, lanes, marks, List.of(), null, focusOrNull);
    }

    /** Without labels and a span to point out. */
    public TrendPicture(Viewport viewport, List<Lane> lanes, List<AlarmMark> marks) {
        this(viewport, lanes, marks, List.of(), null, null);
    }

    public Optional<TimeSpan> selection() {
        return Optional.ofNullable(selectionOrNull);
    }

    public Optional<TimeSpan> focus() {
        return Optional.ofNullable(focusOrNull);
    }

    /** Whether there is a value to see. */
    public boolean hasValues() {
        return lanes.stream()
                .flatMap(lane -> lane.traces().stream())
                .anyMatch(trace -> trace.values().size() > 0);
    }
}
