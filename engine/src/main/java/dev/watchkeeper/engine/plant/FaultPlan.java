package dev.watchkeeper.engine.plant;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which faults the demo plant has and when: the ground truth. The same plan always gives the same answer. */
@FunctionalInterface
public interface FaultPlan {
    /** The faults that overlap a span, by their start. */
    List<Fault> faults(TimeSpan span);

    /** Nothing goes wrong. */
    static FaultPlan none() {
        return span -> List.of();
    }

    static FaultPlan of(List<Fault> faults) {
        List<Fault> byStart = faults.stream()
                .sorted((a, b) -> a.span().start().compareTo(b.span().start()))
                .toList();
        return span ->
                byStart.stream().filter(fault -> fault.span().overlaps(span)).toList();
    }

    /** The faults of {@link #demo} that begin and end within a span, the first 20 seconds after its start. */
    static FaultPlan seeded(long seed, TimeSpan within) {
        FaultPlan endless = demo(seed, within.start());
        return span -> endless.faults(span).stream()
                .filter(fault -> !fault.span().end().isAfter(within.end()))
                .toList();
    }

    /**
     * Goes on for ever: cavitation at P-101 begins 20 seconds after {@code liveFrom}, so that a newcomer sees an alarm
     * within a minute; after that a fault of another kind begins every 8 to 12 minutes, never two at once.
     */
    static FaultPlan demo(long seed, Instant liveFrom) {
        return new DemoFaults(seed, liveFrom);
    }

    /**
     * What the heat exchanger E-201 has beside the faults that come and go: 45 minutes after {@code liveFrom} it begins to
     * foul, evenly over three hours, and is cleaned after six; so every twelve hours. Slow enough to be drift rather than an
     * event.
     */
    static FaultPlan slowFouling(Instant liveFrom) {
        return new SlowFouling(liveFrom);
    }

    /** The faults of both. */
    default FaultPlan and(FaultPlan other) {
        return span -> Stream.concat(faults(span).stream(), other.faults(span).stream())
                .sorted(Comparator.comparing(fault -> fault.span().start()))
                .toList();
    }
}
