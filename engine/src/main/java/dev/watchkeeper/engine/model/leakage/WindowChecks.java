package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.model.split.Split;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The checks of windows: those of two parts must not overlap, and each must lie in its part or the purge gap before it. */
final class WindowChecks {
    private final Map<Key, LeakageFinding.OverlappingWindows> overlaps = new TreeMap<>();
    private final Map<Key, LeakageFinding.WindowsOutsidePart> outside = new TreeMap<>();

    /** One finding each. */
    private record Key(SensorId sensor, Part first, Part second) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::first).thenComparing(Key::second).thenComparing(Key::sensor);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private WindowChecks() {}

    static List<LeakageFinding> findings(DataUse use) {
        WindowChecks checks = new WindowChecks();
        Map<AssetId, List<WindowUse>> byAsset = new TreeMap<>();
        for (WindowUse window : use.windows()) {
            byAsset.computeIfAbsent(window.sensor().asset(), asset -> new ArrayList<>())
                    .add(window);
            checks.checkInside(use.split(), window);
        }
        byAsset.values().forEach(checks::checkApart);
        List<LeakageFinding> findings = new ArrayList<>(checks.overlaps.values());
        findings.addAll(checks.outside.values());
        return findings;
    }

    private void checkInside(Split split, WindowUse window) {
        TimeSpan allowed = allowed(split, window.part());
        if (window.span().start().isBefore(allowed.start())
                || window.span().end().isAfter(allowed.end())) {
            outside.merge(
                    new Key(window.sensor(), window.part(), window.part()),
                    new LeakageFinding.WindowsOutsidePart(window, allowed, 1),
                    (first, next) ->
                            new LeakageFinding.WindowsOutsidePart(first.window(), allowed, first.windows() + 1));
        }
    }

    /** Where readings of a part may come from: the part itself and the purge gap before it. */
    static TimeSpan allowed(Split split, Part part) {
        return new TimeSpan(
                split.windowsFrom(part).orElseThrow(),
                split.span(part).orElseThrow().end());
    }

    private void checkApart(List<WindowUse> ofOneAsset) {
        ofOneAsset.sort(Comparator.comparing((WindowUse window) -> window.span().start()));
        Map<Part, WindowUse> reachingFarthest = new EnumMap<>(Part.class);
        for (WindowUse window : ofOneAsset) {
            for (WindowUse other : reachingFarthest.values()) {
                if (other.part() != window.part() && other.span().overlaps(window.span())) {
                    addOverlap(other, window);
                }
            }
            reachingFarthest.merge(
                    window.part(),
                    window,
                    (one, next) -> next.span().end().isAfter(one.span().end()) ? next : one);
        }
    }

    private void addOverlap(WindowUse one, WindowUse other) {
        boolean inOrder = one.part().compareTo(other.part()) < 0;
        WindowUse first = inOrder ? one : other;
        WindowUse second = inOrder ? other : one;
        overlaps.merge(
                new Key(first.sensor(), first.part(), second.part()),
                new LeakageFinding.OverlappingWindows(first, second, 1),
                (known, next) ->
                        new LeakageFinding.OverlappingWindows(known.first(), known.second(), known.overlaps() + 1));
    }
}
