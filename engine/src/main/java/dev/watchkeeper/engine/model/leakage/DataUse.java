package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.model.split.Split;
import java.util.ArrayList;
import java.util.List;

/** What was really used of a split, as those who used it tell: what a {@link LeakageReport} judges. */
public record DataUse(
        Split split,
        List<WindowUse> windows,
        List<ReadingUse> readings,
        List<FittedUse> fitted,
        List<LabelUse> labels,
        List<GroupUse> groups) {
    /** @throws IllegalArgumentException when something was used in a part that the split does not have */
    public DataUse {
        windows = List.copyOf(windows);
        readings = List.copyOf(readings);
        fitted = List.copyOf(fitted);
        labels = List.copyOf(labels);
        groups = List.copyOf(groups);
        windows.forEach(use -> check(split, use.part(), use));
        readings.forEach(use -> check(split, use.part(), use));
        labels.forEach(use -> check(split, use.part(), use));
    }

    private static void check(Split split, Part part, Object use) {
        if (split.span(part).isEmpty()) {
            throw new IllegalArgumentException("the split has no " + part.word() + " part, which is used by " + use);
        }
    }

    /** Notes uses as they come. Not thread-safe. */
    public static final class Log {
        private final List<WindowUse> windows = new ArrayList<>();
        private final List<ReadingUse> readings = new ArrayList<>();
        private final List<FittedUse> fitted = new ArrayList<>();
        private final List<LabelUse> labels = new ArrayList<>();
        private final List<GroupUse> groups = new ArrayList<>();

        public Log add(WindowUse use) {
            windows.add(use);
            return this;
        }

        public Log add(ReadingUse use) {
            readings.add(use);
            return this;
        }

        public Log add(Fitted use) {
            fitted.add(FittedUse.of(use));
            return this;
        }

        public Log add(LabelUse use) {
            labels.add(use);
            return this;
        }

        public Log add(GroupUse use) {
            groups.add(use);
            return this;
        }

        /** All that was noted so far, as use of a split. */
        public DataUse of(Split split) {
            return new DataUse(split, windows, readings, fitted, labels, groups);
        }
    }
}
