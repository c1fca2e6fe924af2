package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.signal.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces that share an axis of values.
 *
 * @param traces at least one, all of the unit
 */
public record Lane(Unit unit, List<Trace> traces) {
    public Lane {
        traces = List.copyOf(traces);
        if (traces.isEmpty()) {
            throw new IllegalArgumentException("a lane has at least one trace");
        }
    }

    /** A lane for each trace. */
    public static List<Lane> perSensor(List<Trace> traces) {
        return traces.stream()
                .map(trace -> new Lane(trace.sensor().unit(), List.of(trace)))
                .toList();
    }

    /** A lane for each unit, in the order in which the units first appear. */
    public static List<Lane> perUnit(List<Trace> traces) {
        Map<Unit, List<Trace>> byUnit = new LinkedHashMap<>();
        for (Trace trace : traces) {
            byUnit.computeIfAbsent(trace.sensor().unit(), unit -> new ArrayList<>())
                    .add(trace);
        }
        return byUnit.entrySet().stream()
                .map(entry -> new Lane(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * The scale that holds what is seen of the traces, and of their expected bands, earlier stretches and limits as far as they do not
     * squeeze the values. Limits that are pinned it holds at any rate.
     *
     * @param marks about how many intervals it may have
     */
    ValueScale scale(Viewport seen, int marks, List<LimitMark> limits) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Trace trace : traces) {
            var values = trace.values();
            for (int i = 0; i < values.size(); i++) {
                if (values.timeMillis(i) >= seen.startMillis() && values.timeMillis(i) <= seen.endMillis()) {
                    low = Math.min(low, values.low(i));
                    high = Math.max(high, values.high(i));
                }
            }
        }
        double room = high - low;
        double bandLow = low;
        double bandHigh = high;
        for (Trace trace : traces) {
            var scores = trace.scores();
            for (int i = 0; i < scores.size(); i++) {
                if (scores.expectedLow(i) >= low - room && scores.expectedHigh(i) <= high + room) {
                    bandLow = Math.min(bandLow, scores.expectedLow(i));
                    bandHigh = Math.max(bandHigh, scores.expectedHigh(i));
                }
            }
        }
        for (Trace trace : traces) {
            var earlier = trace.earlier();
            for (int i = 0; i < earlier.size(); i++) {
                if (earlier.low(i) >= low - room && earlier.high(i) <= high + room) {
                    bandLow = Math.min(bandLow, earlier.low(i));
                    bandHigh = Math.max(bandHigh, earlier.high(i));
                }
            }
        }
        for (LimitMark limit : limits) {
            boolean near = limit.value() >= low - room && limit.value() <= high + room;
            if (concerns(limit) && (near || limit.pinned())) {
                bandLow = Math.min(bandLow, limit.value());
                bandHigh = Math.max(bandHigh, limit.value());
            }
        }
        return ValueScale.around(bandLow, bandHigh, marks);
    }

    /** Whether a limit is of a sensor that is drawn here. */
    boolean concerns(LimitMark limit) {
        return traces.stream().anyMatch(trace -> trace.sensor().id().equals(limit.sensor()));
    }
}
