package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.drift.DriftStage;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model should be trained again, as a pure function of a policy and what is known.
 *
 * @param now whether the policy says to start at once
 */
record RetrainAdvice(Proposal proposal, boolean now) {
    private static final int MOST_NAMED = 2;

    /**
     * What is known of an asset.
     *
     * @param challengerWaits whether a version in shadow waits to be promoted or withdrawn: then nothing is advised
     * @param newestOrNull when the newest version was trained; null when there is none
     * @param startedOrNull when the last training began that nobody asked for; null when there was none
     * @param now clock time
     */
    record Facts(
            String label,
            AssetDrift drift,
            Answers.Score score,
            boolean challengerWaits,
            @Nullable Instant newestOrNull,
            @Nullable Instant startedOrNull,
            Instant now) {}

    /** The first reason that holds: drift, then score, then schedule. */
    static Optional<RetrainAdvice> of(RetrainPolicy policy, Facts facts) {
        if (facts.challengerWaits) {
            return Optional.empty();
        }
        boolean rested = facts.startedOrNull == null || !facts.now.isBefore(facts.startedOrNull.plus(policy.pause()));
        return onDrift(facts)
                .map(proposal -> new RetrainAdvice(proposal, policy.onDrift() && rested))
                .or(() -> onScore(policy, facts).map(proposal -> new RetrainAdvice(proposal, rested)))
                .or(() -> onSchedule(policy, facts).map(proposal -> new RetrainAdvice(proposal, rested)));
    }

    private static Optional<Proposal> onDrift(Facts facts) {
        if (facts.drift.stage() != DriftStage.DRIFTING) {
            return Optional.empty();
        }
        Instant since = facts.drift.since().orElse(facts.now);
        String sensors = facts.drift.driftingSensors().stream()
                .limit(MOST_NAMED)
                .map(sensor -> sensor.name())
                .collect(Collectors.joining(", "));
        int more = facts.drift.driftingSensors().size() - MOST_NAMED;
        return Optional.of(new Proposal(
                RetrainCause.DRIFT,
                since,
                facts.label + " drifts since " + since + " (" + sensors + (more > 0 ? " and " + more + " more" : "")
                        + "): retrain?"));
    }

    private static Optional<Proposal> onScore(RetrainPolicy policy, Facts facts) {
        if (!policy.onScore()
                || facts.score.judged() < policy.fewestLabels()
                || facts.score.f1().isEmpty()
                || facts.score.f1().getAsDouble() >= policy.f1Limit()) {
            return Optional.empty();
        }
        return Optional.of(new Proposal(
                RetrainCause.SCORE,
                facts.now,
                String.format(
                        Locale.ROOT,
                        "F1 of %s is %.2f over %d answers, below the limit of %.2f: retrain?",
                        facts.label,
                        facts.score.f1().getAsDouble(),
                        facts.score.judged(),
                        policy.f1Limit())));
    }

    private static Optional<Proposal> onSchedule(RetrainPolicy policy, Facts facts) {
        if (!policy.onSchedule()) {
            return Optional.empty();
        }
        if (facts.newestOrNull == null) {
            return Optional.of(
                    new Proposal(RetrainCause.SCHEDULE, facts.now, facts.label + " has no model yet: train one?"));
        }
        Duration age = Duration.between(facts.newestOrNull, facts.now);
        if (age.compareTo(policy.every()) < 0) {
            return Optional.empty();
        }
        return Optional.of(new Proposal(
                RetrainCause.SCHEDULE,
                facts.newestOrNull.plus(policy.every()),
                "The newest model of " + facts.label + " is " + age.toDays() + " days old: retrain?"));
    }
}
