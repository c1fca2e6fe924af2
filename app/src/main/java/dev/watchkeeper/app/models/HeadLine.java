package dev.watchkeeper.app.models;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.model.desk.Deployment;
import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.model.desk.Proposal;
import dev.watchkeeper.engine.model.desk.RetrainCause;
import dev.watchkeeper.engine.model.desk.TrainingState;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the line below an asset's name says.
 *
 * @param done how far a training is, in [0, 1]; 0 where none runs
 */
record HeadLine(Kind kind, double done, String sentence) {
    private static final int MOST_NAMED = 2;

    /** What the line is about. */
    enum Kind {
        TRAINING,
        TROUBLE,
        ADVICE,
        NEWS,
        QUIET
    }

    static HeadLine of(ModelRow row, Formats formats, Instant now) {
        ModelCard card = row.card();
        if (card.training() instanceof TrainingState.Running running) {
            String why = running.cause() == RetrainCause.MANUAL ? "" : " (" + ModelWords.of(running.cause()) + ")";
            return new HeadLine(
                    Kind.TRAINING,
                    running.done(),
                    formats.localized(running.sentence(), now) + "  ·  asked for by " + ModelWords.who(running.by())
                            + why);
        }
        Optional<String> trouble = Stream.of(
                        card.champion().trouble(), card.challenger().flatMap(Deployment::trouble))
                .flatMap(Optional::stream)
                .findFirst();
        if (trouble.isPresent()) {
            return new HeadLine(Kind.TROUBLE, 0, formats.localized(trouble.get(), now));
        }
        if (card.training() instanceof TrainingState.Failed(String sentence, Instant at)) {
            return new HeadLine(Kind.TROUBLE, 0, formats.time(at, now) + "  " + formats.localized(sentence, now));
        }
        return card.proposal()
                .map(proposal -> new HeadLine(Kind.ADVICE, 0, advice(row, proposal, formats, now)))
                .orElseGet(() -> news(card, formats, now));
    }

    /** Why a training is advised, in one sentence. */
    static String advice(ModelRow row, Proposal proposal, Formats formats, Instant now) {
        if (proposal.cause() != RetrainCause.DRIFT) {
            return formats.localized(proposal.sentence(), now);
        }
        return drift(row, row.card().drift(), formats, now, proposal.since()) + " Retraining is advised.";
    }

    private static String drift(ModelRow row, AssetDrift drift, Formats formats, Instant now, Instant since) {
        List<SensorId> sensors = drift.driftingSensors();
        int more = sensors.size() - MOST_NAMED;
        String named = String.join(
                more > 0 ? ", " : " and ",
                sensors.stream().limit(MOST_NAMED).map(row::sensorLabel).toList());
        String subject = named.isEmpty() ? "It" : more > 0 ? named + " and " + more + " more" : named;
        return subject + (sensors.size() > 1 ? " drift" : " drifts") + " since " + formats.time(since, now) + ".";
    }

    private static HeadLine news(ModelCard card, Formats formats, Instant now) {
        if (card.training() instanceof TrainingState.Finished(int number, String sentence, Instant at)
                && card.challenger().filter(shadow -> shadow.number() == number).isPresent()) {
            return new HeadLine(
                    Kind.NEWS,
                    0,
                    "Version " + number + " was made at " + formats.time(at, now) + " and runs in shadow. "
                            + formats.localized(sentence, now));
        }
        if (card.training() instanceof TrainingState.Cancelled(String by, Instant at)) {
            return new HeadLine(
                    Kind.NEWS,
                    0,
                    "Training was cancelled by " + ModelWords.who(by) + " at " + formats.time(at, now) + ".");
        }
        if (card.challenger().isPresent()) {
            return new HeadLine(
                    Kind.NEWS,
                    0,
                    "Version " + card.challenger().get().number()
                            + " runs in shadow: compare, then promote or withdraw it.");
        }
        return new HeadLine(
                Kind.QUIET,
                0,
                card.champion().isTrained()
                        ? "Nothing to do: it behaves as in training."
                        : "No version is trained yet. Its detectors learn as they go; a trained version also tells drift.");
    }
}
