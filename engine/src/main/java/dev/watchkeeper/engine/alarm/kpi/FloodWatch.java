package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether alarms flood at present, by the same reckoning as the figures of a past span ({@link Flood}). After the first look
 * it reads no more than what is needed to go on from the one before. Thread-safe.
 */
public final class FloodWatch {
    /** How far the first look goes back; a flood that is older is dated from there. */
    private static final Duration FIRST_LOOK = Duration.ofHours(24);
    /** How far the others do: a condition may be told a while after it began. */
    private static final Duration LOOK = Duration.ofHours(1);

    private final Alarms alarms;
    private @Nullable Instant floodSince;
    private boolean looked;

    public FloodWatch(Alarms alarms) {
        this.alarms = alarms;
    }

    /** The flood that goes on at a moment; empty while there is none. */
    public synchronized Optional<FloodNow> look(Instant now) {
        Instant from = now.minus(looked ? LOOK : FIRST_LOOK);
        Instant since = floodSince;
        if (since != null && since.minus(Standard.INTERVAL).isBefore(from)) {
            from = since.minus(Standard.INTERVAL);
        }
        List<AlarmFact> read = new ArrayList<>();
        AlarmFacts.forEach(alarms, new TimeSpan(from, now), alarm -> read.add(AlarmFact.of(alarm)));
        List<AlarmFact> facts = AlarmFacts.sorted(read);
        List<Flood> floods = Floods.find(facts, now);
        looked = true;
        if (floods.isEmpty() || !floods.get(floods.size() - 1).ongoing()) {
            floodSince = null;
            return Optional.empty();
        }
        Flood flood = floods.get(floods.size() - 1);
        floodSince = flood.span().start();
        return alarms.find(flood.first().id()).map(first -> {
            List<AlarmFact> own = facts.stream()
                    .filter(fact -> flood.span().contains(fact.openedAt()))
                    .toList();
            Instant recent = now.minus(Standard.INTERVAL);
            int lately = (int)
                    own.stream().filter(fact -> fact.openedAt().isAfter(recent)).count();
            return new FloodNow(
                    flood.span().start(),
                    flood.alarms(),
                    lately,
                    first,
                    own.stream().map(fact -> fact.source().asset()).distinct().toList());
        });
    }
}
