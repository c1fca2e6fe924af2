package dev.watchkeeper.app.chart;

import java.util.List;

/**
 * All that a trend shows at one moment.
 *
 * @param marks alarms, the oldest first
 */
public record TrendPicture(Viewport viewport, List<Lane> lanes, List<AlarmMark> marks) {
    public TrendPicture {
        lanes = List.copyOf(lanes);
        marks = List.copyOf(marks);
    }

    /** Whether there is a value to see. */
    public boolean hasValues() {
        return lanes.stream()
                .flatMap(lane -> lane.traces().stream())
                .anyMatch(trace -> trace.values().size() > 0);
    }
}
