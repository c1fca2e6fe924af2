package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads what the figures of a span need, bit by bit, so that a month of a restless plant is never in memory as whole alarms. */
public final class AlarmFacts {
    /**
     * How far before a span alarms are read that may reach into it: floods, and conditions that hold for long. One that has held for
     * longer is known only as long as it is not over.
     */
    public static final Duration LOOK_BACK = Duration.ofDays(8);

    private static final int BIT = 5_000;

    private AlarmFacts() {}

    /**
     * All alarms that opened in a span or up to {@link #LOOK_BACK} before it, and those not over that opened still earlier, in the
     * order of their opening.
     */
    public static List<AlarmFact> read(Alarms alarms, TimeSpan span) {
        Map<String, AlarmFact> facts = new HashMap<>();
        Consumer<Alarm> keep = alarm -> facts.put(alarm.id().value(), AlarmFact.of(alarm));
        forEach(alarms, new TimeSpan(span.start().minus(LOOK_BACK), span.end()), keep);
        alarms.current().stream()
                .filter(alarm -> alarm.openedAt().isBefore(span.start()))
                .forEach(keep);
        return sorted(facts.values());
    }

    /** Calls for each alarm that opened in a span, however many there are, in no certain order. */
    public static void forEach(Alarms alarms, TimeSpan span, Consumer<Alarm> each) {
        List<Alarm> bit = alarms.opened(span, BIT);
        long nanos = span.length().toNanos();
        if (bit.size() < BIT || nanos <= 1) {
            bit.forEach(each);
            return;
        }
        Instant middle = span.start().plusNanos(nanos / 2);
        forEach(alarms, new TimeSpan(span.start(), middle), each);
        forEach(alarms, new TimeSpan(middle, span.end()), each);
    }

    static List<AlarmFact> sorted(Collection<AlarmFact> facts) {
        List<AlarmFact> sorted = new ArrayList<>(facts);
        sorted.sort(AlarmFact.BY_OPENING);
        return sorted;
    }
}
