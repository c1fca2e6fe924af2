package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Ranks sources by how many alarms they raised; of as many, the one that raised one last stands first. */
final class BadActors {
    private static final Comparator<BadActor> WORST_FIRST = Comparator.comparingInt(BadActor::alarms)
            .thenComparing(BadActor::last)
            .reversed()
            .thenComparing(BadActor::source);

    private BadActors() {}

    /**
     * The most frequent.
     *
     * @param inSpan the alarms of the span, in the order of their opening
     */
    static List<BadActor> rank(List<AlarmFact> inSpan, Chatter chatter, Instant now) {
        return inSpan.stream().collect(Collectors.groupingBy(AlarmFact::source)).values().stream()
                .map(own -> actor(own, inSpan.size(), chatter, now))
                .sorted(WORST_FIRST)
                .limit(Standard.MOST_FREQUENT)
                .toList();
    }

    private static BadActor actor(List<AlarmFact> own, int all, Chatter chatter, Instant now) {
        List<Duration> lasted =
                own.stream().map(fact -> fact.lasted(now)).sorted().toList();
        return new BadActor(
                own.get(0).source(),
                own.size(),
                (double) own.size() / all,
                own.stream()
                        .map(AlarmFact::priority)
                        .max(Comparator.naturalOrder())
                        .orElse(Priority.LOW),
                count(own, chatter.chattering()),
                count(own, chatter.fleeting()),
                lasted.get(lasted.size() / 2),
                own.get(own.size() - 1).openedAt(),
                new DelaySearch(own, chatter, now).best());
    }

    private static int count(List<AlarmFact> own, Set<AlarmId> ids) {
        return (int) own.stream().filter(fact -> ids.contains(fact.id())).count();
    }
}
