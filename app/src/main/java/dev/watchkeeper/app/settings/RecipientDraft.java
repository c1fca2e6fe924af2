package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recipient as a form.
 *
 * @param recipientOrNull as it is kept; null when it is new
 * @param channels that there are to choose from
 */
record RecipientDraft(@Nullable Recipient recipientOrNull, List<ChannelEntry> channels) implements Draft {
    @Override
    public String title() {
        return recipientOrNull == null ? "New recipient" : "Recipient " + recipientOrNull.user();
    }

    @Override
    public List<Field> fields(Values values) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("user", "User", "who acknowledges with a code that was sent there"));
        fields.add(Field.one(
                "channel",
                "Channel",
                channels.stream()
                        .map(each -> new Field.Choice(each.id(), each.label()))
                        .toList()));
        channel(values)
                .map(entry -> ChannelKind.of(entry.settings()))
                .filter(kind -> !kind.addressLabel().isEmpty())
                .ifPresent(kind -> fields.add(Field.text("address", kind.addressLabel(), kind.addressHint())));
        return fields;
    }

    private Optional<ChannelEntry> channel(Values values) {
        return channels.stream()
                .filter(each -> each.id().equals(values.text("channel")))
                .findFirst();
    }

    @Override
    public Map<String, String> start() {
        return recipientOrNull == null
                ? Map.of(
                        "channel", channels.isEmpty() ? "" : channels.getFirst().id())
                : Map.of(
                        "user",
                        recipientOrNull.user(),
                        "channel",
                        recipientOrNull.channel(),
                        "address",
                        recipientOrNull.address());
    }

    @Override
    public Result put(Values values, NotifySettings settings) {
        List<Problem> problems = new ArrayList<>();
        String user = values.text("user");
        if (user.isEmpty()) {
            problems.add(new Problem("user", "Enter the name under which this person acknowledges."));
        }
        Optional<ChannelEntry> channel = channel(values);
        String address = channel.map(entry -> ChannelKind.of(entry.settings()))
                .map(kind -> kind.addressLabel().isEmpty() ? "" : values.text("address"))
                .orElse("");
        if (channel.isEmpty()) {
            problems.add(new Problem(
                    "channel", channels.isEmpty() ? "Add a channel first." : "Choose the channel that leads there."));
        }
        channel.ifPresent(entry -> entry.settings()
                .addressProblems(address)
                .forEach(advice -> problems.add(new Problem("address", advice))));
        if (!problems.isEmpty() || channel.isEmpty()) {
            return Result.wrong(problems);
        }
        String id = recipientOrNull == null
                ? Parts.freeId(
                        user + " " + channel.get().id(),
                        settings.recipients().stream().map(Recipient::id).toList())
                : recipientOrNull.id();
        Recipient recipient = new Recipient(id, user, channel.get().id(), address);
        return Result.right(
                Parts.recipients(
                        settings,
                        Parts.put(settings.recipients(), each -> each.id().equals(id), recipient)),
                "recipient " + user + " over " + channel.get().label());
    }
}
