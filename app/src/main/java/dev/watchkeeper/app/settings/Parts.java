package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.EscalationChain;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.QuietHours;
import dev.watchkeeper.engine.notify.route.RoutingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Settings with one part in place of another. */
final class Parts {
    private Parts() {}

    static NotifySettings recipients(NotifySettings of, List<Recipient> others) {
        return new NotifySettings(
                of.channels(), others, of.rules(), of.escalations(), of.quietHours(), of.flood(), of.baseUrl());
    }

    static NotifySettings rules(NotifySettings of, List<RoutingRule> others) {
        return new NotifySettings(
                of.channels(), of.recipients(), others, of.escalations(), of.quietHours(), of.flood(), of.baseUrl());
    }

    static NotifySettings escalations(NotifySettings of, List<EscalationChain> others) {
        return new NotifySettings(
                of.channels(), of.recipients(), of.rules(), others, of.quietHours(), of.flood(), of.baseUrl());
    }

    static NotifySettings quietHours(NotifySettings of, List<QuietHours> others) {
        return new NotifySettings(
                of.channels(), of.recipients(), of.rules(), of.escalations(), others, of.flood(), of.baseUrl());
    }

    static NotifySettings channels(NotifySettings of, List<ChannelEntry> others) {
        return of.withChannels(others);
    }

    /** A rule that begins another escalation. */
    static RoutingRule escalating(RoutingRule rule, String chain) {
        return new RoutingRule(
                rule.name(), rule.kinds(), rule.atLeast(), rule.assets(), rule.when(), rule.recipients(), chain);
    }

    /** A list with something in place of the first that matches, or at the end where none does. */
    static <T> List<T> put(List<T> list, Predicate<T> same, T item) {
        List<T> next = new ArrayList<>(list);
        for (int i = 0; i < next.size(); i++) {
            if (same.test(next.get(i))) {
                next.set(i, item);
                return next;
            }
        }
        next.add(item);
        return next;
    }

    static <T> List<T> without(List<T> list, Predicate<T> unwanted) {
        return list.stream().filter(unwanted.negate()).toList();
    }

    /** An id made of a name that none of the others has. */
    static String freeId(String name, List<String> taken) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "item" : plain.substring(0, Math.min(48, plain.length()));
        String id = base;
        for (int i = 2; taken.contains(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    /** Whether a name is another's than of the thing that is edited. */
    static boolean taken(List<String> names, String name, @Nullable String ownOrNull) {
        return names.stream().anyMatch(each -> each.equalsIgnoreCase(name) && !each.equals(ownOrNull));
    }
}
