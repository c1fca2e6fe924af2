package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.model.split.Split;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The checks of all that is not a window: readings, fitted things, groups and labels. */
final class UseChecks {
    private UseChecks() {}

    static List<LeakageFinding> ofReadings(DataUse use) {
        List<LeakageFinding> findings = new ArrayList<>();
        Map<SensorId, Map<Part, TimeSpan>> extents = new TreeMap<>();
        for (ReadingUse reading : use.readings()) {
            TimeSpan allowed = WindowChecks.allowed(use.split(), reading.part());
            if (!contains(allowed, reading.span())) {
                findings.add(new LeakageFinding.ReadingsOutsidePart(reading, allowed));
            }
            extents.computeIfAbsent(reading.sensor(), sensor -> new EnumMap<>(Part.class))
                    .merge(reading.part(), reading.span(), UseChecks::hull);
        }
        extents.forEach((sensor, parts) -> findings.addAll(shared(sensor, parts)));
        return findings;
    }

    private static List<LeakageFinding> shared(SensorId sensor, Map<Part, TimeSpan> extents) {
        List<LeakageFinding> findings = new ArrayList<>();
        extents.forEach((first, one) -> extents.forEach((second, other) -> {
            if (first.compareTo(second) < 0 && one.overlaps(other)) {
                TimeSpan common = new TimeSpan(later(one.start(), other.start()), earlier(one.end(), other.end()));
                findings.add(new LeakageFinding.SharedReadings(sensor, first, second, common));
            }
        }));
        return findings;
    }

    static List<LeakageFinding> ofFitted(DataUse use) {
        TimeSpan train = use.split().train();
        return use.fitted().stream()
                .filter(fitted -> !contains(train, fitted.fittedOn()))
                .<LeakageFinding>map(fitted -> new LeakageFinding.FittedOutsideTraining(fitted, train))
                .toList();
    }

    static List<LeakageFinding> ofGroups(DataUse use) {
        Map<AssetId, TreeSet<String>> groups = new TreeMap<>();
        for (GroupUse group : use.groups()) {
            groups.computeIfAbsent(group.sensor().asset(), asset -> new TreeSet<>())
                    .add(group.group());
        }
        return groups.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .<LeakageFinding>map(entry -> new LeakageFinding.SplitAsset(entry.getKey(), entry.getValue()))
                .toList();
    }

    static List<LeakageFinding> ofLabels(DataUse use) {
        List<LeakageFinding> findings = new ArrayList<>();
        for (LabelUse label : use.labels()) {
            TimeSpan part = use.split().span(label.part()).orElseThrow();
            Instant knownBefore = knownBefore(use.split(), label.part());
            boolean tooLate = label.purpose() == LabelUse.Purpose.ANSWER
                    && !label.knownAt().isBefore(knownBefore);
            if (label.span().end().isAfter(part.end()) || tooLate) {
                findings.add(new LeakageFinding.FutureLabel(label, part, knownBefore));
            }
        }
        return findings;
    }

    /** The start of the next part: a model that is measured there was finished before. */
    private static Instant knownBefore(Split split, Part part) {
        return split.parts().entrySet().stream()
                .filter(next -> next.getKey().compareTo(part) > 0)
                .map(next -> next.getValue().start())
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static boolean contains(TimeSpan outer, TimeSpan inner) {
        return !inner.start().isBefore(outer.start()) && !inner.end().isAfter(outer.end());
    }

    private static TimeSpan hull(TimeSpan one, TimeSpan other) {
        Instant start = earlier(one.start(), other.start());
        return new TimeSpan(start, later(one.end(), other.end()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
