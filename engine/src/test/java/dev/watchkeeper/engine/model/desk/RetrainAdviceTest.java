package dev.watchkeeper.engine.model.desk;

import static dev.watchkeeper.engine.model.desk.DeskRig.FLOW;
import static dev.watchkeeper.engine.model.desk.DeskRig.PUMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.model.desk.RetrainAdvice.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetrainAdviceTest {
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final Instant SINCE = NOW.minus(Duration.ofHours(3));
    private static final RetrainPolicy BY_HAND = RetrainPolicy.BY_HAND;
    private static final AssetDrift STEADY = new AssetDrift(PUMP, List.of());
    private static final AssetDrift DRIFTING =
            AssetDrift.of(PUMP, List.of(DeskRig.report(FLOW, DriftStage.DRIFTING, SINCE, NOW)));
    private static final Answers.Score UNKNOWN = new Answers.Score(OptionalDouble.empty(), 0);

    @Test
    void driftIsProposedAndStartedOnlyWhereThePolicySaysSo() {
        assertThat(RetrainAdvice.of(BY_HAND, facts(DRIFTING, UNKNOWN, null)))
                .contains(new RetrainAdvice(
                        new Proposal(
                                RetrainCause.DRIFT,
                                SINCE,
                                "Lift pump 1 drifts since 2026-04-01T09:00:00Z (flow): retrain?"),
                        false));
        assertThat(RetrainAdvice.of(BY_HAND.withOnDrift(true), facts(DRIFTING, UNKNOWN, null)))
                .hasValueSatisfying(advice -> assertThat(advice.now()).isTrue());
    }

    @Test
    void whatChangedButDoesNotDriftIsNoReason() {
        AssetDrift changed = AssetDrift.of(PUMP, List.of(DeskRig.report(FLOW, DriftStage.CHANGED, SINCE, NOW)));

        assertThat(RetrainAdvice.of(BY_HAND.withOnDrift(true), facts(changed, UNKNOWN, null)))
                .isEmpty();
    }

    @Test
    void aPauseIsKeptBetweenTrainingsThatNobodyAskedFor() {
        RetrainPolicy policy = BY_HAND.withOnDrift(true).withPause(Duration.ofHours(6));

        assertThat(RetrainAdvice.of(
                        policy,
                        facts(DRIFTING, UNKNOWN, NOW.minus(Duration.ofHours(6)).plusNanos(1))))
                .hasValueSatisfying(advice -> assertThat(advice.now()).isFalse());
        assertThat(RetrainAdvice.of(policy, facts(DRIFTING, UNKNOWN, NOW.minus(Duration.ofHours(6)))))
                .hasValueSatisfying(advice -> assertThat(advice.now()).isTrue());
    }

    @Test
    void whileAChallengerWaitsNothingIsAdvised() {
        Facts waiting = new Facts("Lift pump 1", DRIFTING, UNKNOWN, true, SINCE, null, NOW);

        assertThat(RetrainAdvice.of(BY_HAND.withOnDrift(true), waiting)).isEmpty();
    }

    @Test
    void aLowScoreCountsOnlyOverEnoughAnswers() {
        RetrainPolicy policy = BY_HAND.withOnScore(true, 0.7, 20);

        assertThat(RetrainAdvice.of(policy, facts(STEADY, score(0.69, 19), null)))
                .isEmpty();
        assertThat(RetrainAdvice.of(policy, facts(STEADY, score(0.70, 20), null)))
                .isEmpty();
        assertThat(RetrainAdvice.of(policy, facts(STEADY, score(0.69, 20), null)))
                .hasValueSatisfying(advice -> {
                    assertThat(advice.now()).isTrue();
                    assertThat(advice.proposal().sentence())
                            .isEqualTo("F1 of Lift pump 1 is 0.69 over 20 answers, below the limit of 0.70: retrain?");
                });
        assertThat(RetrainAdvice.of(BY_HAND, facts(STEADY, score(0.1, 100), null)))
                .isEmpty();
    }

    @Test
    void theScheduleCountsFromTheNewestVersion() {
        RetrainPolicy policy = BY_HAND.withOnSchedule(true, Duration.ofDays(7));

        assertThat(RetrainAdvice.of(policy, aged(Duration.ofDays(7).minusSeconds(1))))
                .isEmpty();
        assertThat(RetrainAdvice.of(policy, aged(Duration.ofDays(7)))).hasValueSatisfying(advice -> {
            assertThat(advice.now()).isTrue();
            assertThat(advice.proposal().cause()).isEqualTo(RetrainCause.SCHEDULE);
        });
        assertThat(RetrainAdvice.of(BY_HAND, aged(Duration.ofDays(400)))).isEmpty();
    }

    private static Answers.Score score(double f1, int judged) {
        return new Answers.Score(OptionalDouble.of(f1), judged);
    }

    private static Facts aged(Duration age) {
        return new Facts("Lift pump 1", STEADY, UNKNOWN, false, NOW.minus(age), null, NOW);
    }

    private static Facts facts(AssetDrift drift, Answers.Score score, @Nullable Instant started) {
        return new Facts("Lift pump 1", drift, score, false, null, started, NOW);
    }
}
