package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.QuietHours;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the things of the settings by the keys of their lines.
 *
 * @param zone of new hours
 */
record Drafts(SettingsPicture picture, ZoneId zone) {
    /**
     * The form of a thing.
     *
     * @param key of its line; null for a new one
     * @return empty when there is no such thing any more, or the section has none
     */
    Optional<Draft> of(Section section, @Nullable String key) {
        NotifySettings settings = picture.settings();
        if (key == null) {
            return switch (section) {
                case RULES, MAINTENANCE, ASSISTANT, LOG -> Optional.empty();
                case CHANNELS -> Optional.of(new ChannelDraft(null, picture.secretsAre()));
                case RECIPIENTS -> Optional.of(new RecipientDraft(null, settings.channels()));
                case ROUTING -> Optional.of(new RoutingDraft(null, settings, zone));
                case QUIET_HOURS -> Optional.of(new QuietDraft(null, settings, zone));
                case ESCALATION -> Optional.of(new EscalationDraft(null, settings));
            };
        }
        return switch (section) {
            case CHANNELS -> settings.channel(key).map(entry -> new ChannelDraft(entry, picture.secretsAre()));
            case RECIPIENTS -> settings.recipient(key).map(each -> new RecipientDraft(each, settings.channels()));
            case ROUTING ->
                settings.rules().stream()
                        .filter(each -> each.name().equals(key))
                        .findFirst()
                        .map(each -> new RoutingDraft(each, settings, zone));
            case QUIET_HOURS -> quiet(key).map(each -> new QuietDraft(each, settings, zone));
            case ESCALATION -> settings.escalation(key).map(each -> new EscalationDraft(each, settings));
            case RULES, MAINTENANCE, ASSISTANT, LOG -> Optional.empty();
        };
    }

    private Optional<QuietHours> quiet(String key) {
        int at = Integer.parseInt(key);
        return at < picture.settings().quietHours().size()
                ? Optional.of(picture.settings().quietHours().get(at))
                : Optional.empty();
    }

    /** The settings without a thing. */
    NotifySettings without(Section section, String key) {
        NotifySettings settings = picture.settings();
        return switch (section) {
            case CHANNELS ->
                Parts.channels(
                        settings,
                        Parts.without(settings.channels(), each -> each.id().equals(key)));
            case RECIPIENTS ->
                Parts.recipients(
                        settings,
                        Parts.without(settings.recipients(), each -> each.id().equals(key)));
            case ROUTING ->
                Parts.rules(
                        settings,
                        Parts.without(settings.rules(), each -> each.name().equals(key)));
            case QUIET_HOURS ->
                quiet(key)
                        .map(quiet -> Parts.quietHours(
                                settings, Parts.without(settings.quietHours(), each -> each.equals(quiet))))
                        .orElse(settings);
            case ESCALATION ->
                Parts.escalations(
                        settings,
                        Parts.without(
                                settings.escalations(), each -> each.name().equals(key)));
            case RULES, MAINTENANCE, ASSISTANT, LOG -> settings;
        };
    }

    /** The address of the first recipient of a channel; empty when it has none. */
    String firstAddress(String channel) {
        return picture.settings().recipients().stream()
                .filter(each -> each.channel().equals(channel))
                .map(Recipient::address)
                .findFirst()
                .orElse("");
    }
}
