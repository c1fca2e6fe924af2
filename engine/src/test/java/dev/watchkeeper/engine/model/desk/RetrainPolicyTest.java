package dev.watchkeeper.engine.model.desk;

import static dev.watchkeeper.engine.model.desk.DeskRig.END;
import static dev.watchkeeper.engine.model.desk.DeskRig.FLOW;
import static dev.watchkeeper.engine.model.desk.DeskRig.PUMP;
import static dev.watchkeeper.engine.model.desk.DeskRig.SPEED;
import static dev.watchkeeper.engine.model.desk.DeskRig.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.model.deploy.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrainPolicyTest {
    private static final Instant SINCE = END.minus(Duration.ofHours(40));

    @TempDir
    private Path directory;

    private DeskRig rig;

    @BeforeEach
    void open() {
        rig = new DeskRig(directory);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theOperatorIsToldOfDriftOnceAndTheCardProposesATraining() {
        ModelDesk desk = rig.desk();

        desk.drifted(List.of(report(FLOW, DriftStage.DRIFTING, SINCE, END)));
        desk.drifted(List.of(report(FLOW, DriftStage.DRIFTING, SINCE, END.plusSeconds(60))));

        assertThat(rig.notices).containsExactly("drifting [P-101/flow]");
        assertThat(desk.card(PUMP).drift().stage()).isEqualTo(DriftStage.DRIFTING);
        assertThat(desk.card(PUMP).proposal()).map(Proposal::cause).contains(RetrainCause.DRIFT);
        assertThat(desk.versions(PUMP)).isEmpty();
    }

    @Test
    void onDriftTrainsByItselfOnWhatCameSinceTheDriftBegan() {
        ModelDesk desk = rig.desk();
        desk.setPolicy(PUMP, RetrainPolicy.BY_HAND.withOnDrift(true), "eva");

        desk.drifted(List.of(report(FLOW, DriftStage.DRIFTING, SINCE, END)));

        ModelEntry version = desk.versions(PUMP).get(0);
        assertThat(version.cause()).isEqualTo(RetrainCause.DRIFT);
        assertThat(version.by()).isEqualTo(Models.ENGINE);
        assertThat(version.span().start()).isEqualTo(SINCE);
        assertThat(version.choice()).contains("what came since the drift began");
        assertThat(desk.card(PUMP).proposal()).isEmpty();
    }

    @Test
    void driftThatHasJustBegunIsTrainedOnAllHistoryAndTheSentenceSaysWhy() {
        ModelDesk desk = rig.desk();
        desk.drifted(List.of(report(FLOW, DriftStage.DRIFTING, END.minus(Duration.ofHours(1)), END)));

        desk.retrain(PUMP, new RetrainRequest("eva", RetrainCause.DRIFT, null));

        assertThat(desk.versions(PUMP).get(0).span().start()).isEqualTo(DeskRig.START);
        assertThat(desk.versions(PUMP).get(0).choice())
                .contains("there are only 60 readings of a sensor; from 2000 on what was before could be left out");
    }

    @Test
    void aWithdrawnChallengerIsTrainedAgainOnlyAfterThePause() {
        ModelDesk desk = rig.desk();
        desk.setPolicy(PUMP, RetrainPolicy.BY_HAND.withOnDrift(true), "eva");
        desk.drifted(List.of(report(FLOW, DriftStage.DRIFTING, SINCE, END)));

        desk.withdraw(PUMP, "eva");
        assertThat(desk.card(PUMP).proposal()).map(Proposal::cause).contains(RetrainCause.DRIFT);
        rig.pass(Duration.ofHours(5));
        desk.tick();
        assertThat(desk.versions(PUMP)).hasSize(1);
        rig.pass(Duration.ofHours(1));
        desk.tick();

        assertThat(desk.versions(PUMP)).hasSize(2);
    }

    @Test
    void driftFromTheChampionBeforeIsForgottenWhenAnotherTakesOver() {
        ModelDesk desk = rig.desk();
        desk.told(rig.takeover(Role.CHAMPION, 1));
        desk.drifted(List.of(report(FLOW, DriftStage.DRIFTING, SINCE, END)));

        desk.told(rig.takeover(Role.CHAMPION, 2));

        assertThat(desk.card(PUMP).drift().stage()).isEqualTo(DriftStage.STEADY);
        assertThat(desk.card(PUMP).proposal()).isEmpty();
        assertThat(rig.notices).containsExactly("drifting [P-101/flow]", "steady P-101");
    }

    @Test
    void anotherSensorThatDriftsIsToldToo() {
        ModelDesk desk = rig.desk();
        desk.drifted(List.of(report(FLOW, DriftStage.DRIFTING, SINCE, END)));

        desk.drifted(List.of(report(SPEED, DriftStage.DRIFTING, SINCE, END)));

        assertThat(rig.notices).containsExactly("drifting [P-101/flow]", "drifting [P-101/flow, P-101/speed]");
    }

    @Test
    void aLowScoreTrainsByItselfAndIsLookedAtOnceAMinute() {
        ModelDesk desk = rig.desk();
        desk.setPolicy(PUMP, RetrainPolicy.BY_HAND.withOnScore(true, 0.8, 5), "eva");
        rig.score = new Answers.Score(OptionalDouble.of(0.5), 5);

        rig.pass(Duration.ofSeconds(59));
        desk.tick();
        assertThat(desk.versions(PUMP)).isEmpty();
        rig.pass(Duration.ofSeconds(11));
        desk.tick();

        assertThat(desk.versions(PUMP)).extracting(ModelEntry::cause).containsExactly(RetrainCause.SCORE);
    }

    @Test
    void thePolicySurvivesTheEndOfTheProcess() {
        RetrainPolicy policy = RetrainPolicy.BY_HAND.withOnSchedule(true, Duration.ofDays(3));
        rig.desk().setPolicy(PUMP, policy, "eva");

        assertThat(rig.desk().card(PUMP).policy()).isEqualTo(policy);
    }
}
