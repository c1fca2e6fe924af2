package dev.watchkeeper.engine.notify.route;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.Recipient;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers from the settings who is told what and when. Immutable. */
public final class Router {
    /** Quiet hours that follow upon one another are looked through so often: a week of whole days. */
    private static final int MOST_SPANS = 7;

    private final NotifySettings settings;

    public Router(NotifySettings settings) {
        this.settings = settings;
    }

    /** Who is told of a notice that becomes known at a moment; each once, in the order of the rules. */
    public List<Recipient> recipients(Notice notice, Instant now) {
        Set<String> ids = new LinkedHashSet<>();
        for (RoutingRule rule : settings.rules()) {
            if (rule.matches(notice, now)) {
                ids.addAll(rule.recipients());
            }
        }
        return known(ids);
    }

    /** The escalations that begin with a notice. */
    public List<EscalationChain> escalations(Notice notice, Instant now) {
        Set<String> names = new LinkedHashSet<>();
        for (RoutingRule rule : settings.rules()) {
            if (!rule.escalation().isEmpty() && rule.matches(notice, now)) {
                names.add(rule.escalation());
            }
        }
        return names.stream()
                .flatMap(name -> settings.escalation(name).stream())
                .toList();
    }

    /** The recipients of these ids, without those that are no longer there. */
    public List<Recipient> known(Collection<String> ids) {
        return ids.stream().flatMap(id -> settings.recipient(id).stream()).toList();
    }

    /** Until when a recipient is not to be told of something of a priority; empty when it may be told now. */
    public Optional<Instant> quietUntil(Recipient recipient, Priority priority, Instant now) {
        Instant until = now;
        for (int i = 0; i < MOST_SPANS; i++) {
            Instant moment = until;
            Optional<Instant> end = settings.quietHours().stream()
                    .filter(quiet ->
                            quiet.recipients().isEmpty() || quiet.recipients().contains(recipient.id()))
                    .filter(quiet -> priority.compareTo(quiet.breaksThrough()) < 0)
                    .flatMap(quiet -> quiet.when().endOfSpanAt(moment).stream())
                    .max(Instant::compareTo);
            if (end.isEmpty()) {
                break;
            }
            until = end.get();
        }
        return until.equals(now) ? Optional.empty() : Optional.of(until);
    }

    /** Whether one message may go to several recipients of a channel. */
    public boolean severalAddresses(String channel) {
        return settings.channel(channel)
                .map(entry -> entry.settings().severalAddresses())
                .orElse(false);
    }
}
