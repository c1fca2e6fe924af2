package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.channel.EmailSettings;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.secret.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel as a form. Its kind can be chosen while it is new.
 *
 * @param entryOrNull as it is kept; null when it is new
 */
record ChannelDraft(@Nullable ChannelEntry entryOrNull, String secretsAre) implements Draft {
    @Override
    public String title() {
        return entryOrNull == null ? "New channel" : "Channel " + entryOrNull.label();
    }

    @Override
    public List<Field> fields(Values values) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("label", "Name", "Operations mail"));
        fields.add(
                entryOrNull == null
                        ? Field.one("kind", "Kind", ChannelKind.choices())
                        : Field.fixed("kindLabel", "Kind"));
        fields.addAll(kind(values).fields(secretHint()));
        return fields;
    }

    private String secretHint() {
        return kept().isEmpty() ? "will be kept " + secretsAre : "•••••••• kept; type to replace";
    }

    private Secret kept() {
        return entryOrNull == null ? Secret.NONE : entryOrNull.settings().secret();
    }

    ChannelKind kind(Values values) {
        return entryOrNull == null ? ChannelKind.valueOf(values.text("kind")) : ChannelKind.of(entryOrNull.settings());
    }

    /** What stands in the fields, right or wrong. */
    ChannelSettings settings(Values values) {
        return kind(values).settings(values, kept());
    }

    @Override
    public Map<String, String> start() {
        if (entryOrNull == null) {
            Map<String, String> start = new HashMap<>(ChannelKind.start(EmailSettings.EMPTY));
            start.put("kind", ChannelKind.EMAIL.name());
            return start;
        }
        Map<String, String> start = new HashMap<>(ChannelKind.start(entryOrNull.settings()));
        start.put("label", entryOrNull.label());
        start.put("kindLabel", ChannelKind.of(entryOrNull.settings()).label());
        return start;
    }

    @Override
    public Result put(Values values, NotifySettings settings) {
        ChannelSettings edited = settings(values);
        List<Problem> problems = new ArrayList<>(edited.problems());
        String label = values.text("label");
        List<String> labels =
                settings.channels().stream().map(ChannelEntry::label).toList();
        if (label.isEmpty()) {
            problems.add(new Problem("label", "Give it a name, such as Operations mail."));
        } else if (Parts.taken(labels, label, entryOrNull == null ? null : entryOrNull.label())) {
            problems.add(new Problem("label", "Another channel has this name; choose one of its own."));
        }
        if (!problems.isEmpty()) {
            return Result.wrong(problems);
        }
        String id = entryOrNull == null
                ? Parts.freeId(
                        label,
                        settings.channels().stream().map(ChannelEntry::id).toList())
                : entryOrNull.id();
        ChannelEntry entry = new ChannelEntry(id, label, edited);
        return Result.right(
                Parts.channels(
                        settings,
                        Parts.put(settings.channels(), each -> each.id().equals(id), entry)),
                "channel " + label);
    }
}
