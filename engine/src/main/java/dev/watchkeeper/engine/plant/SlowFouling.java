package dev.watchkeeper.engine.plant;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A heat exchanger that fouls over hours and is cleaned, again and again. Worked out from the time alone. */
final class SlowFouling implements FaultPlan {
    private static final AssetId EXCHANGER = new AssetId("E-201");
    private static final List<SensorId> SHOWN_BY = Stream.of(
                    "differential-pressure", "flow", "outlet-temperature", "pump-current")
            .map(name -> new SensorId(EXCHANGER, name))
            .toList();
    private static final Duration FIRST_AFTER = Duration.ofMinutes(45);
    private static final Duration LENGTH = Duration.ofHours(6);
    private static final Duration PERIOD = Duration.ofHours(12);
    private static final double SEVERITY = 0.6;

    private final Instant first;

    SlowFouling(Instant liveFrom) {
        first = liveFrom.plus(FIRST_AFTER);
    }

    @Override
    public List<Fault> faults(TimeSpan span) {
        List<Fault> faults = new ArrayList<>();
        long period =
                Math.max(0, Math.floorDiv(Duration.between(first, span.start()).toSeconds(), PERIOD.toSeconds()));
        for (Instant start = first.plus(PERIOD.multipliedBy(period));
                start.isBefore(span.end());
                start = start.plus(PERIOD)) {
            TimeSpan fouling = new TimeSpan(start, start.plus(LENGTH));
            if (fouling.overlaps(span)) {
                faults.add(new Fault(Fault.Kind.FOULING, EXCHANGER, SHOWN_BY, fouling, SEVERITY));
            }
        }
        return faults;
    }
}
