package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/** One way in which a model was told what it could not have known. */
public sealed interface LeakageFinding {
    /** What is wrong, in one sentence. */
    String sentence();

    /**
     * Windows of one asset in two parts lie over the same time.
     *
     * @param first a window of the earlier part
     * @param second a window of the later part that overlaps it
     * @param overlaps how many windows overlap one of the other part
     */
    record OverlappingWindows(WindowUse first, WindowUse second, int overlaps) implements LeakageFinding {
        @Override
        public String sentence() {
            TimeSpan both = common(first.span(), second.span());
            return "Windows of " + first.sensor() + " in " + first.part().word() + " and of " + second.sensor() + " in "
                    + second.part().word() + " overlap from " + both.start() + " to " + both.end() + ", " + overlaps
                    + (overlaps == 1 ? " overlap" : " overlaps") + " in all.";
        }
    }

    /**
     * Windows reach over an edge of their part, or further back than its purge gap.
     *
     * @param window the first of them
     * @param allowed where they may lie
     * @param windows how many
     */
    record WindowsOutsidePart(WindowUse window, TimeSpan allowed, int windows) implements LeakageFinding {
        @Override
        public String sentence() {
            return windows + (windows == 1 ? " window" : " windows") + " of " + window.sensor() + " in "
                    + window.part().word() + " reach out of what purge gap and embargo leave, "
                    + text(allowed) + ": the first lies " + text(window.span()) + ".";
        }
    }

    /** Readings were used that belong to no part or to the embargo. */
    record ReadingsOutsidePart(ReadingUse use, TimeSpan allowed) implements LeakageFinding {
        @Override
        public String sentence() {
            return "Readings of " + use.sensor() + " were used in " + use.part().word() + " " + text(use.span())
                    + ", but purge gap and embargo leave only " + text(allowed) + ".";
        }
    }

    /** The same readings were used in two parts. */
    record SharedReadings(SensorId sensor, Part first, Part second, TimeSpan common) implements LeakageFinding {
        @Override
        public String sentence() {
            return "Readings of " + sensor + " " + text(common) + " were used both in " + first.word() + " and in "
                    + second.word() + ".";
        }
    }

    /** Something was fitted on more than the training part. */
    record FittedOutsideTraining(FittedUse fitted, TimeSpan train) implements LeakageFinding {
        @Override
        public String sentence() {
            return "What is called " + fitted.name() + " was fitted " + text(fitted.fittedOn())
                    + ", but the training part lies " + text(train) + ".";
        }
    }

    /** Sensors of one asset went into groups that are to be kept apart. */
    record SplitAsset(AssetId asset, SortedSet<String> groups) implements LeakageFinding {
        public SplitAsset {
            groups = new TreeSet<>(groups);
        }

        @Override
        public String sentence() {
            return "Sensors of " + asset + " are in more than one group: " + String.join(", ", groups) + ".";
        }
    }

    /**
     * A label was used that speaks of, or was given at, a time that the part could not know of.
     *
     * @param knownBefore what was given at this time or later could not be known
     */
    record FutureLabel(LabelUse label, TimeSpan part, Instant knownBefore) implements LeakageFinding {
        @Override
        public String sentence() {
            return "A label of " + label.asset() + " used in " + label.part().word() + " speaks of the time "
                    + text(label.span()) + " and was given " + label.knownAt() + ", but that part lies " + text(part)
                    + " and can only know what was given before " + knownBefore + ".";
        }
    }

    private static TimeSpan common(TimeSpan one, TimeSpan other) {
        Instant start = one.start().isAfter(other.start()) ? one.start() : other.start();
        Instant end = one.end().isBefore(other.end()) ? one.end() : other.end();
        return new TimeSpan(start, end);
    }

    private static String text(TimeSpan span) {
        return "from " + span.start() + " to " + span.end();
    }
}
