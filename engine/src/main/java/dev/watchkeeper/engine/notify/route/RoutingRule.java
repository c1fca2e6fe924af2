package dev.watchkeeper.engine.notify.route;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.NoticeKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Who is told of what, and when. Rules do not exclude one another: somebody who is named by several is told once.
 *
 * @param name unique among the rules
 * @param kinds of notices; empty for all
 * @param atLeast the lowest priority
 * @param assets patterns of asset ids, see {@link Glob}; empty for all, and for what concerns no asset
 * @param recipients ids of those who are told
 * @param escalation name of the chain that begins with an alarm that matches; empty for none
 */
public record RoutingRule(
        String name,
        Set<NoticeKind> kinds,
        Priority atLeast,
        List<String> assets,
        Schedule when,
        List<String> recipients,
        String escalation) {
    public RoutingRule {
        kinds = Set.copyOf(kinds);
        assets = List.copyOf(assets);
        recipients = List.copyOf(recipients);
    }

    /** Whether it speaks of a notice that becomes known at a moment. */
    public boolean matches(Notice notice, Instant now) {
        return (kinds.isEmpty() || kinds.contains(notice.kind()))
                && notice.priority().compareTo(atLeast) >= 0
                && (assets.isEmpty()
                        || notice.asset()
                                .filter(asset ->
                                        assets.stream().anyMatch(pattern -> Glob.matches(pattern, asset.value())))
                                .isPresent())
                && when.contains(now);
    }
}
