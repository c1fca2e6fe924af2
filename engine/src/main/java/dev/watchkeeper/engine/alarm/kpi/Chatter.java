package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.AlarmId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Alarms that come and go so fast that they only disturb (ISA-18.2, IEC 62682). Chattering: one of three or more of its source that
 * opened within less than a minute. Fleeting: gone in less than {@link Standard#FLEETING_BELOW} before anybody acknowledged, and
 * not chattering.
 *
 * @param chattering and {@code fleeting} have no alarm in common
 */
record Chatter(Set<AlarmId> chattering, Set<AlarmId> fleeting) {
    /** @param facts in the order of their opening */
    static Chatter of(List<AlarmFact> facts, Instant now) {
        Set<AlarmId> chattering = new HashSet<>();
        facts.stream()
                .collect(Collectors.groupingBy(AlarmFact::source))
                .values()
                .forEach(own -> collect(own, chattering));
        Set<AlarmId> fleeting = facts.stream()
                .filter(fact -> !chattering.contains(fact.id()))
                .filter(fact -> fact.returnedUnnoticed(now) && fact.lasted(now).compareTo(Standard.FLEETING_BELOW) < 0)
                .map(AlarmFact::id)
                .collect(Collectors.toSet());
        return new Chatter(chattering, fleeting);
    }

    boolean disturbs(AlarmFact fact) {
        return chattering.contains(fact.id()) || fleeting.contains(fact.id());
    }

    /** The sources of those that chatter among some alarms, the worst first. */
    List<Disturbance> sources(List<AlarmFact> facts) {
        return facts.stream()
                .filter(fact -> chattering.contains(fact.id()))
                .collect(Collectors.groupingBy(AlarmFact::source))
                .entrySet()
                .stream()
                .map(entry -> new Disturbance(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().get(entry.getValue().size() - 1).openedAt()))
                .sorted(Comparator.comparingInt(Disturbance::alarms).reversed().thenComparing(Disturbance::source))
                .toList();
    }

    private static void collect(List<AlarmFact> own, Set<AlarmId> chattering) {
        for (int last = Standard.CHATTER_COUNT - 1; last < own.size(); last++) {
            int first = last - Standard.CHATTER_COUNT + 1;
            Duration within =
                    Duration.between(own.get(first).openedAt(), own.get(last).openedAt());
            if (within.compareTo(Standard.CHATTER_WITHIN) < 0) {
                own.subList(first, last + 1).forEach(fact -> chattering.add(fact.id()));
            }
        }
    }
}
