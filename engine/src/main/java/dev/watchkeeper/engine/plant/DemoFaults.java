package dev.watchkeeper.engine.plant;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An endless schedule in slots of ten minutes, each with one fault near its start. A slot is worked out from its number
 * alone, so any span can be asked for and nothing is remembered.
 */
final class DemoFaults implements FaultPlan {
    private static final Duration FIRST_AFTER = Duration.ofSeconds(20);
    private static final long SLOT_SECONDS = 600;
    private static final int JITTER_SECONDS = 60;
    private static final int SHORTEST_SECONDS = 90;
    private static final int LONGEST_SECONDS = 240;

    private static final List<Story> STORIES = List.of(
            new Story(
                    Fault.Kind.CAVITATION,
                    List.of("P-101", "P-102", "P-103"),
                    List.of(
                            "suction-pressure",
                            "vibration-drive-end",
                            "vibration-non-drive-end",
                            "flow",
                            "motor-current")),
            new Story(
                    Fault.Kind.BEARING_WEAR,
                    List.of("P-101", "P-102", "P-103"),
                    List.of("vibration-drive-end", "vibration-non-drive-end", "bearing-temperature")),
            new Story(
                    Fault.Kind.FOULING,
                    List.of("E-201"),
                    List.of("differential-pressure", "flow", "outlet-temperature", "pump-current")),
            new Story(Fault.Kind.SENSOR_STUCK, List.of("P-102", "P-103"), List.of("flow")),
            new Story(Fault.Kind.SENSOR_SILENT, List.of("P-101", "P-103"), List.of("bearing-temperature")),
            new Story(Fault.Kind.SLOW_DRIFT, List.of("T-100"), List.of("level")),
            new Story(Fault.Kind.SPIKE, List.of("M-301", "K-401"), List.of("pressure")));

    private final long seed;
    private final Instant first;

    /** A fault that may happen at any of several assets. */
    private record Story(Fault.Kind kind, List<String> assets, List<String> sensors) {}

    DemoFaults(long seed, Instant liveFrom) {
        this.seed = seed;
        this.first = liveFrom.plus(FIRST_AFTER);
    }

    @Override
    public List<Fault> faults(TimeSpan span) {
        long from = Math.max(0, slot(span.start()) - 1);
        long to = slot(span.end()) + 1;
        List<Fault> faults = new ArrayList<>();
        for (long slot = from; slot <= to; slot++) {
            Fault fault = fault(slot);
            if (fault.span().overlaps(span)) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private long slot(Instant time) {
        return Math.floorDiv(Duration.between(first, time).toSeconds(), SLOT_SECONDS);
    }

    private Fault fault(long slot) {
        SplittableRandom random = new SplittableRandom(seed * Noise.SPREAD + slot);
        Story story = story(slot);
        AssetId asset = new AssetId(
                story.assets().get(slot == 0 ? 0 : random.nextInt(story.assets().size())));
        long jitter = slot == 0 ? 0 : random.nextInt(-JITTER_SECONDS, JITTER_SECONDS + 1);
        Instant start = first.plusSeconds(slot * SLOT_SECONDS + jitter);
        Instant end = start.plusSeconds(random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS + 1));
        double severity = slot == 0 ? 1 : random.nextDouble(0.7, 1);
        List<SensorId> sensors =
                story.sensors().stream().map(name -> new SensorId(asset, name)).toList();
        return new Fault(story.kind(), asset, sensors, new TimeSpan(start, end), severity);
    }

    /** Every story comes once in each round, in an order that the seed decides; their number is a prime. */
    private Story story(long slot) {
        int stories = STORIES.size();
        long stride = 1 + Math.floorMod(seed, stories - 1L);
        return STORIES.get((int) (slot * stride % stories));
    }
}
