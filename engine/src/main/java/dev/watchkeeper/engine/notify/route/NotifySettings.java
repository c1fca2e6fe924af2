package dev.watchkeeper.engine.notify.route;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.Recipient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that is set of notifications.
 *
 * @param baseUrl the address under which this instance can be reached, for links in messages; empty for no links
 */
public record NotifySettings(
        List<ChannelEntry> channels,
        List<Recipient> recipients,
        List<RoutingRule> rules,
        List<EscalationChain> escalations,
        List<QuietHours> quietHours,
        FloodPolicy flood,
        String baseUrl) {
    /** Nobody is told anything. */
    public static final NotifySettings NONE =
            new NotifySettings(List.of(), List.of(), List.of(), List.of(), List.of(), FloodPolicy.STANDARD, "");

    public NotifySettings {
        channels = List.copyOf(channels);
        recipients = List.copyOf(recipients);
        rules = List.copyOf(rules);
        escalations = List.copyOf(escalations);
        quietHours = List.copyOf(quietHours);
    }

    public Optional<ChannelEntry> channel(String id) {
        return channels.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<Recipient> recipient(String id) {
        return recipients.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public Optional<EscalationChain> escalation(String name) {
        return escalations.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The same with other channels. */
    public NotifySettings withChannels(List<ChannelEntry> other) {
        return new NotifySettings(other, recipients, rules, escalations, quietHours, flood, baseUrl);
    }

    /**
     * What does not fit together: names that lead nowhere or are given twice, and addresses that a channel does not
     * understand. What is wrong within a channel its own settings say.
     */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        unique(problems, "channels", "channel", channels, ChannelEntry::id);
        unique(problems, "recipients", "recipient", recipients, Recipient::id);
        unique(problems, "rules", "rule", rules, RoutingRule::name);
        unique(problems, "escalations", "escalation", escalations, EscalationChain::name);
        for (Recipient recipient : recipients) {
            Optional<ChannelEntry> channel = channel(recipient.channel());
            if (channel.isEmpty()) {
                problems.add(new Problem(
                        "recipients",
                        "Choose a channel for " + recipient.id() + ": there is none named " + recipient.channel()
                                + "."));
            } else {
                channel.get()
                        .settings()
                        .addressProblems(recipient.address())
                        .forEach(advice -> problems.add(new Problem("recipients", recipient.id() + ": " + advice)));
            }
        }
        for (RoutingRule rule : rules) {
            known(problems, "rules", rule.name(), rule.recipients());
            if (!rule.escalation().isEmpty() && escalation(rule.escalation()).isEmpty()) {
                problems.add(new Problem(
                        "rules",
                        "Choose an escalation for " + rule.name() + ": there is none named " + rule.escalation()
                                + "."));
            }
        }
        for (EscalationChain chain : escalations) {
            chain.steps().forEach(step -> known(problems, "escalations", chain.name(), step.recipients()));
        }
        quietHours.forEach(quiet -> known(problems, "quietHours", "the quiet hours", quiet.recipients()));
        return problems;
    }

    private void known(List<Problem> problems, String field, String where, List<String> ids) {
        for (String id : ids) {
            if (recipient(id).isEmpty()) {
                problems.add(new Problem(
                        field, "Choose another recipient in " + where + ": there is none named " + id + "."));
            }
        }
    }

    private static <T> void unique(
            List<Problem> problems, String field, String what, List<T> all, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (T each : all) {
            if (!seen.add(name.apply(each))) {
                problems.add(new Problem(
                        field, "Give each " + what + " a name of its own: " + name.apply(each) + " is there twice."));
            }
        }
    }
}
