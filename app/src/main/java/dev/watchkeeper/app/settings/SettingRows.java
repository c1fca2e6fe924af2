package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.HoursWords;
import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.notify.outbox.DeliveryTry;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The lines of each section.
 *
 * @param readOnly whether this console cannot see secrets, and so does not judge what needs them
 */
record SettingRows(Formats formats, boolean readOnly) {
    List<SettingRow> of(Section section, SettingsPicture picture, Instant now) {
        NotifySettings settings = picture.settings();
        return switch (section) {
            case RULES, MAINTENANCE, ASSISTANT -> List.of();
            case CHANNELS -> rows(settings.channels(), (entry, i) -> channel(entry, picture, now));
            case RECIPIENTS ->
                rows(
                        settings.recipients(),
                        (recipient, i) -> new SettingRow(
                                recipient.id(),
                                List.of(
                                        recipient.user(),
                                        channelLabel(recipient.channel(), settings),
                                        recipient.maskedAddress()),
                                settings.channel(recipient.channel()).isEmpty()));
            case ROUTING ->
                rows(
                        settings.rules(),
                        (rule, i) -> new SettingRow(
                                rule.name(),
                                List.of(
                                        rule.name(),
                                        RoutingDraft.words(rule),
                                        HoursWords.of(rule.when()),
                                        People.words(rule.recipients(), settings)
                                                + (rule.escalation().isEmpty() ? "" : "; then " + rule.escalation())),
                                false));
            case QUIET_HOURS ->
                rows(
                        settings.quietHours(),
                        (quiet, i) -> new SettingRow(
                                Integer.toString(i),
                                List.of(
                                        HoursWords.of(quiet.when()),
                                        RoutingDraft.orHigher(quiet.breaksThrough()),
                                        quiet.recipients().isEmpty()
                                                ? "everybody"
                                                : People.words(quiet.recipients(), settings)),
                                false));
            case ESCALATION ->
                rows(
                        settings.escalations(),
                        (chain, i) -> new SettingRow(
                                chain.name(), List.of(chain.name(), EscalationDraft.words(chain, settings)), false));
            case LOG -> rows(picture.log(), (line, i) -> line(line, picture, now));
        };
    }

    private static <T> List<SettingRow> rows(List<T> things, BiFunction<T, Integer, SettingRow> row) {
        return IntStream.range(0, things.size())
                .mapToObj(i -> row.apply(things.get(i), i))
                .toList();
    }

    private SettingRow channel(ChannelEntry entry, SettingsPicture picture, Instant now) {
        Optional<String> problem = entry.settings().problems().stream()
                .filter(each -> !(readOnly && each.field().equals("secret")))
                .map(Problem::advice)
                .findFirst();
        Optional<DeliveryTry> last = picture.log().stream()
                .filter(line -> line.channel().equals(entry.id()))
                .findFirst();
        String state = problem.orElseGet(() -> last.map(line -> outcome(line.outcome()) + " at "
                        + formats.time(line.at(), now)
                        + (line.outcome() == Delivery.Outcome.SENT ? "" : ": " + line.answer()))
                .orElse("not used yet"));
        boolean wrong = problem.isPresent()
                || last.filter(line -> line.outcome() != Delivery.Outcome.SENT).isPresent();
        return new SettingRow(
                entry.id(),
                List.of(entry.label(), ChannelKind.of(entry.settings()).label(), state),
                wrong);
    }

    private SettingRow line(DeliveryTry line, SettingsPicture picture, Instant now) {
        List<String> cells = new ArrayList<>(List.of(
                formats.time(line.at(), now),
                channelLabel(line.channel(), picture.settings()),
                line.to(),
                line.headline(),
                outcome(line.outcome()) + (picture.dead().contains(line.item()) ? ", given up" : ""),
                line.answer()));
        return new SettingRow(line.item() + " " + line.at(), cells, line.outcome() != Delivery.Outcome.SENT);
    }

    private static String channelLabel(String id, NotifySettings settings) {
        return settings.channel(id).map(ChannelEntry::label).orElse(id);
    }

    static String outcome(Delivery.Outcome outcome) {
        return switch (outcome) {
            case SENT -> "Sent";
            case DEFERRED -> "Put off";
            case UNAVAILABLE -> "Not reached";
            case REFUSED -> "Refused";
        };
    }
}
