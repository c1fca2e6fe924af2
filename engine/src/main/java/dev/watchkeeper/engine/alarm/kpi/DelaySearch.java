package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.kpi.Suggestion.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries delays on the past of one source, from the shortest to the longest, and suggests the first that would have kept at least
 * {@value #ENOUGH} of the chattering and fleeting alarms away: an off-delay where one does, for it hides nothing and makes no alarm
 * late; else an on-delay. Delays are the remedy that ISA-18.2 and EEMUA 191 name first for such alarms; the longest tried is the
 * longest that they propose to begin with, so that nothing that lasts a minute is ever hidden. One object for one search.
 */
final class DelaySearch {
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final double ENOUGH = 0.8;
    /** Fewer short alarms say nothing about the next ones. */
    private static final int LEAST_DISTURBING = 3;

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(45),
            LONGEST);

    private final List<AlarmFact> own;
    private final Chatter chatter;
    private final Instant now;
    private final int disturbing;

    /** @param own alarms of the source, in the order of their opening */
    DelaySearch(List<AlarmFact> own, Chatter chatter, Instant now) {
        this.own = own;
        this.chatter = chatter;
        this.now = now;
        disturbing = disturbing(own);
    }

    Suggestion best() {
        if (disturbing < LEAST_DISTURBING) {
            return none(Kind.NOTHING);
        }
        Suggestion off = first(Kind.OFF_DELAY);
        if (off != null) {
            return off;
        }
        Suggestion on = first(Kind.ON_DELAY);
        return on == null ? none(Kind.NO_DELAY_HELPS) : on;
    }

    /** What an on-delay would have made of it. */
    Suggestion onDelay(Duration delay) {
        List<AlarmFact> left = new ArrayList<>();
        Duration longest = Duration.ZERO;
        int acknowledged = 0;
        for (AlarmFact fact : own) {
            Duration lasted = fact.lasted(now);
            if (lasted.compareTo(delay) >= 0 || fact.end(now).equals(now)) {
                left.add(fact);
                continue;
            }
            longest = lasted.compareTo(longest) > 0 ? lasted : longest;
            acknowledged += fact.acknowledgedAtOrNull() == null ? 0 : 1;
        }
        return new Suggestion(
                Kind.ON_DELAY, delay, own.size(), left.size(), disturbing, disturbing(left), longest, acknowledged);
    }

    /** What an off-delay would have made of it. */
    Suggestion offDelay(Duration delay) {
        List<AlarmFact> left = new ArrayList<>();
        Instant end = Instant.MIN;
        for (AlarmFact fact : own) {
            boolean within = !left.isEmpty() && fact.openedAt().isBefore(end.plus(delay));
            if (!within) {
                left.add(fact);
            }
            end = within && end.isAfter(fact.end(now)) ? end : fact.end(now);
        }
        return new Suggestion(
                Kind.OFF_DELAY, delay, own.size(), left.size(), disturbing, disturbing(left), Duration.ZERO, 0);
    }

    private @Nullable Suggestion first(Kind kind) {
        for (Duration delay : DELAYS) {
            Suggestion tried = kind == Kind.ON_DELAY ? onDelay(delay) : offDelay(delay);
            if (disturbing - tried.disturbingLeft() >= ENOUGH * disturbing) {
                return tried;
            }
        }
        return null;
    }

    private Suggestion none(Kind kind) {
        return new Suggestion(kind, Duration.ZERO, own.size(), own.size(), disturbing, disturbing, Duration.ZERO, 0);
    }

    private int disturbing(List<AlarmFact> facts) {
        return (int) facts.stream().filter(chatter::disturbs).count();
    }
}
