package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds floods in one pass. With n(t) the alarms that opened in (t − 10 min, t], a flood begins at the first t with n(t) &gt; 10 and is
 * dated back to the oldest of these alarms, though not before the end of the flood before; it ends at the first later t with n(t)
 * &lt; 5.
 */
final class Floods {
    private final List<AlarmFact> facts;
    private final Instant now;
    private final List<Flood> found = new ArrayList<>();
    private int oldest;
    private int next;
    private @Nullable Instant begun;

    private Floods(List<AlarmFact> facts, Instant now) {
        this.facts =
                facts.stream().filter(fact -> fact.openedAt().isBefore(now)).toList();
        this.now = now;
    }

    /**
     * All floods up to a moment, in order.
     *
     * @param facts in the order of their opening
     */
    static List<Flood> find(List<AlarmFact> facts, Instant now) {
        return new Floods(facts, now).run();
    }

    /** The part of a span that lies in floods. */
    static Duration within(List<Flood> floods, TimeSpan span) {
        Duration sum = Duration.ZERO;
        for (Flood flood : floods) {
            if (flood.span().overlaps(span)) {
                Instant from = later(flood.span().start(), span.start());
                Instant to =
                        flood.span().end().isBefore(span.end()) ? flood.span().end() : span.end();
                sum = sum.plus(Duration.between(from, to));
            }
        }
        return sum;
    }

    private List<Flood> run() {
        while (next < facts.size()) {
            Instant moment = facts.get(next).openedAt();
            forgetUntil(moment);
            while (oldest < next && !leaves(oldest).isAfter(moment)) {
                oldest++;
            }
            while (next < facts.size() && facts.get(next).openedAt().equals(moment)) {
                next++;
            }
            judge(moment);
        }
        forgetUntil(now);
        if (begun != null) {
            add(begun, now, true);
        }
        return found;
    }

    /** Lets those leave the window whose ten minutes are over before a moment. */
    private void forgetUntil(Instant moment) {
        while (oldest < next && leaves(oldest).isBefore(moment)) {
            Instant left = leaves(oldest);
            oldest++;
            judge(left);
        }
    }

    private void judge(Instant moment) {
        int count = next - oldest;
        if (begun == null && count > Standard.FLOOD_ABOVE) {
            Instant first = facts.get(oldest).openedAt();
            begun = found.isEmpty()
                    ? first
                    : later(first, found.get(found.size() - 1).span().end());
        } else if (begun != null && count < Standard.FLOOD_ENDS_BELOW) {
            add(begun, moment, false);
            begun = null;
        }
    }

    private void add(Instant from, Instant to, boolean ongoing) {
        TimeSpan span = new TimeSpan(from, to);
        List<AlarmFact> own =
                facts.stream().filter(fact -> span.contains(fact.openedAt())).toList();
        found.add(new Flood(span, own.size(), own.get(0), ongoing));
    }

    private Instant leaves(int index) {
        return facts.get(index).openedAt().plus(Standard.INTERVAL);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
