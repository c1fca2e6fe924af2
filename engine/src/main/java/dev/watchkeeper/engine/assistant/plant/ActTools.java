package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.assistant.answer.Act;
import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.answer.Draft;
import dev.watchkeeper.engine.assistant.answer.Phrase;
import dev.watchkeeper.engine.assistant.answer.Proposal;
import dev.watchkeeper.engine.assistant.tool.AlarmFilter;
import dev.watchkeeper.engine.assistant.tool.AlarmRef;
import dev.watchkeeper.engine.assistant.tool.Destination;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.assistant.tool.Wish;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns wishes into proposals that name object, old and new value. Changes nothing itself. Thread-safe. */
final class ActTools {
    private final PlantPorts ports;
    private final AlarmTools alarms;
    private final Names names;
    private final Phrase phrase;

    ActTools(PlantPorts ports, AlarmTools alarms, Phrase phrase) {
        this.ports = ports;
        this.alarms = alarms;
        this.phrase = phrase;
        names = new Names(ports.assets());
    }

    Answer propose(ToolCall.Propose call) {
        Draft draft = new Draft(call);
        Wish wish = call.wish();
        if (wish instanceof Wish.Acknowledge one) {
            acknowledge(draft, one.alarm());
        } else if (wish instanceof Wish.AcknowledgeAll all) {
            acknowledgeAll(draft, all.assetOrNull());
        } else if (wish instanceof Wish.Shelve shelve) {
            shelve(draft, shelve.alarm(), shelve.length());
        } else if (wish instanceof Wish.ShelveAsset shelve) {
            shelve(draft, AlarmSource.all(shelve.asset()), shelve.length());
        } else if (wish instanceof Wish.Unshelve unshelve) {
            unshelve(draft, unshelve.assetOrNull());
        } else if (wish instanceof Wish.Retrain retrain) {
            retrain(draft, retrain.assetOrNull());
        } else if (wish instanceof Wish.Open open) {
            draft.text("Here it is.");
            draft.propose(new Proposal(new Act.Open(open.destination()), "Open", screen(open.destination()), "", ""));
        }
        return draft.done();
    }

    private void acknowledge(Draft draft, AlarmRef ref) {
        Optional<Alarm> found = alarms.find(ref);
        if (found.isEmpty()) {
            draft.text("There is no such alarm to acknowledge.").way(new Destination.AlarmList());
            return;
        }
        Alarm alarm = found.get();
        draft.about(alarm.id()).about(alarm.asset());
        if (alarm.state().acknowledged()) {
            draft.text("“" + alarm.message() + "” on " + names.of(alarm.asset()) + " needs no acknowledgment: it is "
                    + Phrase.of(alarm.state()) + ".");
        } else {
            draft.text("Acknowledge this alarm? Nothing is done before you click.");
            draft.propose(new Proposal(
                    new Act.Acknowledge(alarm.id()),
                    "Acknowledge",
                    "“" + alarm.message() + "” on " + names.of(alarm.asset()),
                    "unacknowledged",
                    "acknowledged"));
        }
        draft.way(new Destination.OneAlarm(alarm.id()));
    }

    private void acknowledgeAll(Draft draft, @Nullable AssetId only) {
        AlarmFilter filter = new AlarmFilter(only, List.of(), null, true);
        List<Alarm> open = alarms.open(filter);
        if (open.isEmpty()) {
            draft.text("No alarm" + (only == null ? "" : " of " + names.of(only)) + " waits to be acknowledged.");
        } else {
            draft.text("Acknowledge these? Nothing is done before you click.");
            open.stream().map(Alarm::asset).distinct().forEach(asset -> {
                long number = open.stream()
                        .filter(alarm -> alarm.asset().equals(asset))
                        .count();
                draft.propose(new Proposal(
                        new Act.AcknowledgeAll(asset),
                        "Acknowledge all",
                        Phrase.count(number, "alarm") + " of " + names.of(asset),
                        "unacknowledged",
                        "acknowledged"));
            });
            draft.about(open.get(0).asset()).about(open.get(0).id());
        }
        draft.way(new Destination.AlarmList());
    }

    private void shelve(Draft draft, AlarmRef ref, Duration length) {
        Optional<Alarm> found = alarms.find(ref);
        if (found.isEmpty()) {
            draft.text("There is no such alarm to shelve.").way(new Destination.AlarmList());
            return;
        }
        draft.about(found.get().id());
        shelve(draft, AlarmSource.of(found.get()), length);
    }

    private void shelve(Draft draft, AlarmSource source, Duration wanted) {
        Duration longest = ports.alarms().longestShelf();
        Duration length = wanted.compareTo(longest) > 0 ? longest : wanted;
        Instant until = ports.clock().instant().plus(length);
        String before = ports.alarms().suppressions().stream()
                .filter(one -> one.kind().slot() == Suppression.Slot.SHELF
                        && one.source().covers(source))
                .flatMap(one -> one.until().stream())
                .findFirst()
                .map(end -> "shelved until " + phrase.time(end))
                .orElse("shown");
        draft.text("Shelve for " + Phrase.length(length) + "? Nothing is done before you click."
                + (length.equals(wanted) ? "" : " That is the longest that is allowed at once."));
        draft.propose(new Proposal(
                new Act.Shelve(source, length),
                "Shelve",
                Phrase.capital(names.of(source)),
                before,
                "shelved until " + phrase.time(until)));
        draft.about(source.asset()).way(new Destination.AlarmList());
    }

    private void unshelve(Draft draft, @Nullable AssetId only) {
        List<Suppression> shelved = ports.alarms().suppressions().stream()
                .filter(one -> one.kind().slot() == Suppression.Slot.SHELF)
                .filter(one -> only == null || one.source().asset().equals(only))
                .toList();
        if (shelved.isEmpty()) {
            draft.text("Nothing" + (only == null ? "" : " of " + names.of(only)) + " is on the shelf.");
        } else {
            draft.text("Show again? Nothing is done before you click.");
            shelved.forEach(one -> draft.propose(new Proposal(
                    new Act.Unshelve(one.source()),
                    "Take off the shelf",
                    Phrase.capital(names.of(one.source())),
                    one.until().map(end -> "shelved until " + phrase.time(end)).orElse("shelved"),
                    "shown")));
        }
        draft.about(only).way(new Destination.AlarmList());
    }

    private void retrain(Draft draft, @Nullable AssetId asset) {
        if (asset == null || ports.assets().find(asset).isEmpty()) {
            draft.text("Say which asset is to be trained again, such as “retrain "
                    + ports.assets().all().stream()
                            .findFirst()
                            .map(one -> one.label())
                            .orElse("pump 1") + "”.");
        } else {
            int number = ports.models().card(asset).champion().number();
            draft.text(
                    "Train the model of " + names.of(asset)
                            + " again? The new version runs in shadow until somebody promotes it. Nothing is done before you click.");
            draft.propose(new Proposal(
                    new Act.Retrain(asset),
                    "Retrain",
                    "Model of " + names.of(asset),
                    number == Takeover.NONE ? "no trained version" : "version " + number,
                    "a new version in shadow"));
        }
        draft.about(asset).way(new Destination.Models(asset));
    }

    private String screen(Destination destination) {
        if (destination instanceof Destination.Trends trends) {
            return trends.sensors().isEmpty()
                    ? "Trends"
                    : "Trends of " + names.of(trends.sensors().get(0))
                            + (trends.sensors().size() > 1 ? " and more" : "");
        } else if (destination instanceof Destination.Models models) {
            return "Models"
                    + models.asset().map(asset -> " of " + names.of(asset)).orElse("");
        } else if (destination instanceof Destination.AlarmList || destination instanceof Destination.Kpis) {
            return "Alarms";
        } else if (destination instanceof Destination.OneAlarm) {
            return "this alarm";
        }
        return destination.getClass().getSimpleName();
    }
}
