package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.model.leakage.DataUse;
import dev.watchkeeper.engine.model.leakage.LabelUse;
import dev.watchkeeper.engine.model.split.Split;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Spans of an asset that people said were no normal operation, so that nothing is to be learned from them. Immutable.
 *
 * @param stretches in any order, overlapping or not
 */
public record LeftOut(List<Stretch> stretches) {
    /** All of history counts. */
    public static final LeftOut NOTHING = new LeftOut(List.of());

    /**
     * A span of some sensors.
     *
     * @param sensors empty for all of the asset
     * @param span event time
     * @param knownAt clock time at which it was said
     */
    public record Stretch(Set<SensorId> sensors, TimeSpan span, Instant knownAt) {
        public Stretch {
            sensors = Set.copyOf(sensors);
        }

        private boolean isOf(SensorId sensor) {
            return sensors.isEmpty() || sensors.contains(sensor);
        }
    }

    public LeftOut {
        stretches = List.copyOf(stretches);
    }

    public boolean isEmpty() {
        return stretches.isEmpty();
    }

    /**
     * Tells of each time whether a sensor's reading counts. To be asked once, in the order of time and in one thread.
     *
     * @param within no other time is asked of
     */
    Predicate<Instant> keeping(SensorId sensor, TimeSpan within) {
        List<TimeSpan> spans = joined(stretches.stream()
                .filter(stretch -> stretch.isOf(sensor) && stretch.span().overlaps(within))
                .map(Stretch::span)
                .sorted(Comparator.comparing(TimeSpan::start))
                .toList());
        return spans.isEmpty() ? time -> true : new Keeping(spans);
    }

    /** Makes one of those that overlap or touch. */
    private static List<TimeSpan> joined(List<TimeSpan> byStart) {
        List<TimeSpan> joined = new ArrayList<>();
        for (TimeSpan span : byStart) {
            TimeSpan last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || span.start().isAfter(last.end())) {
                joined.add(span);
            } else if (span.end().isAfter(last.end())) {
                joined.set(joined.size() - 1, new TimeSpan(last.start(), span.end()));
            }
        }
        return joined;
    }

    /** Notes the labels on all parts of the split that they speak of. */
    void note(AssetId asset, Split split, DataUse.Log uses) {
        split.parts().forEach((part, span) -> {
            for (Stretch stretch : stretches) {
                if (stretch.span().overlaps(span)) {
                    uses.add(new LabelUse(
                            asset, part, common(stretch.span(), span), stretch.knownAt(), LabelUse.Purpose.LEAVE_OUT));
                }
            }
        });
    }

    private static TimeSpan common(TimeSpan one, TimeSpan other) {
        return new TimeSpan(
                one.start().isAfter(other.start()) ? one.start() : other.start(),
                one.end().isBefore(other.end()) ? one.end() : other.end());
    }

    private static final class Keeping implements Predicate<Instant> {
        private final List<TimeSpan> apart;
        private int next;

        /** @param apart in the order of time, none overlapping another */
        Keeping(List<TimeSpan> apart) {
            this.apart = apart;
        }

        @Override
        public boolean test(Instant time) {
            while (next < apart.size() && !time.isBefore(apart.get(next).end())) {
                next++;
            }
            return next == apart.size() || !apart.get(next).contains(time);
        }
    }
}
