package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.assistant.answer.Act;
import dev.watchkeeper.engine.assistant.answer.Proposal;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.model.desk.RetrainRequest;
import java.time.InstantSource;

/**
 * Carries out what a user clicked, in the user's name. Every act goes into a record that is never changed, whether it worked or
 * not. Thread-safe; waits for the local store.
 */
public final class ActDesk {
    private static final String WHY = "Shelved from the assistant";

    private final AlarmControls alarms;
    private final Models models;
    private final ActBook book;
    private final InstantSource clock;

    public ActDesk(AlarmControls alarms, Models models, ActBook book, InstantSource clock) {
        this.alarms = alarms;
        this.models = models;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Does it.
     *
     * @return what was done, in a sentence
     * @throws IllegalArgumentException when it cannot be done any more; says why
     * @throws dev.watchkeeper.engine.model.desk.ModelsException when a training cannot be started
     */
    public String carryOut(Proposal proposal, String user) {
        if (user.isBlank()) {
            throw new IllegalArgumentException("an act names who wants it");
        }
        if (!proposal.act().changes()) {
            return "";
        }
        try {
            carryOut(proposal.act(), user);
        } catch (RuntimeException e) {
            book.append(entry(proposal, user, "refused: " + e.getMessage()));
            throw e;
        }
        book.append(entry(proposal, user, "done"));
        return proposal.object() + " is now " + proposal.after() + ".";
    }

    private ActBook.Entry entry(Proposal proposal, String user, String outcome) {
        return new ActBook.Entry(
                clock.instant(),
                user,
                proposal.verb(),
                proposal.object(),
                proposal.before(),
                proposal.after(),
                outcome);
    }

    private void carryOut(Act act, String user) {
        if (act instanceof Act.Acknowledge one) {
            alarms.acknowledge(one.alarm(), user, "");
        } else if (act instanceof Act.AcknowledgeAll all) {
            alarms.acknowledgeAll(all.asset(), user, "");
        } else if (act instanceof Act.Shelve shelve) {
            alarms.shelve(shelve.source(), false, clock.instant().plus(shelve.length()), user, WHY);
        } else if (act instanceof Act.Unshelve unshelve) {
            alarms.unshelve(unshelve.source(), user, "Taken off the shelf from the assistant");
        } else if (act instanceof Act.Retrain retrain) {
            models.retrain(retrain.asset(), RetrainRequest.manual(user));
        }
    }
}
