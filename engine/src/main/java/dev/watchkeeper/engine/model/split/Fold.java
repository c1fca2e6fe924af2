package dev.watchkeeper.engine.model.split;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One step of a walk forward: training on all that came before, test on what comes next. To each part belongs its start
 * and not its end.
 *
 * @param number from 1 on
 */
public record Fold(int number, TimeSpan train, TimeSpan test, Gap gap) implements Split {
    /** @throws IllegalArgumentException when a part is empty, or the test begins before the gap is over */
    public Fold {
        if (number < 1) {
            throw new IllegalArgumentException("folds are numbered from 1 on, not " + number);
        }
        Spans.checkFilled(Part.TRAINING, train);
        Spans.checkFilled(Part.TEST, test);
        Spans.checkFollows(Part.TRAINING, train, Part.TEST, test, gap);
    }

    @Override
    public Map<Part, TimeSpan> parts() {
        Map<Part, TimeSpan> parts = new EnumMap<>(Part.class);
        parts.put(Part.TRAINING, train);
        parts.put(Part.TEST, test);
        return Collections.unmodifiableMap(parts);
    }
}
