package dev.watchkeeper.engine.model.desk;

import static dev.watchkeeper.engine.model.desk.DeskRig.FLOW;
import static dev.watchkeeper.engine.model.desk.DeskRig.PUMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.model.ModelFormat;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.deploy.Refused;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.desk.AuditEntry.Action;
import dev.watchkeeper.engine.model.tracking.ModelAlias;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import dev.watchkeeper.engine.signal.AssetId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDeskTest {
    private static final RetrainRequest BY_EVA = RetrainRequest.manual("eva");

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
    void whatIsTrainedBecomesTheChallengerAndIsPublished() {
        ModelDesk desk = rig.connected();

        desk.retrain(PUMP, BY_EVA);

        ModelCard card = desk.card(PUMP);
        assertThat(card.champion().number()).isZero();
        assertThat(card.challenger()).map(Deployment::number).contains(1);
        assertThat(card.training()).isInstanceOf(TrainingState.Finished.class);
        assertThat(rig.publications()).containsExactly("challenger 1");
        ModelEntry version = desk.versions(PUMP).get(0);
        assertThat(version.by()).isEqualTo("eva");
        assertThat(version.choice()).startsWith("Trained on 2.0 days").contains("Less than 14 days is little.");
        assertThat(version.leakage().isClean()).isTrue();
        assertThat(desk.version(PUMP, 1).references()).hasSize(2);
    }

    @Test
    void aTrainingIsTrackedWithItsModelAndAlias() {
        ModelDesk desk = rig.desk();

        desk.retrain(PUMP, BY_EVA);

        TrackedRun run = rig.tracking.runs(PUMP).get(0);
        assertThat(desk.versions(PUMP).get(0).run()).contains(run.id());
        assertThat(run.params()).containsEntry("cause", "manual").containsKeys("train_start", "purge_gap");
        assertThat(run.metrics()).containsKeys("validation/observed", "part/novelty flow/observed", "progress");
        assertThat(run.artefacts()).containsExactly("grades.json", "leakage.json", "model/v1.wkmodel", "training.txt");
        assertThat(run.registered()).isTrue();
        assertThat(run.aliases()).containsExactly(ModelAlias.CHALLENGER);
        assertThat(rig.tracking.curves(run.id()).get("progress")).hasSizeGreaterThan(3);
    }

    @Test
    void aPromotedChallengerIsPublishedAsChampionFirstAndThenTakenOutOfTheShadow() {
        ModelDesk desk = rig.connected();
        desk.retrain(PUMP, BY_EVA);
        rig.pass(Duration.ofSeconds(1));

        desk.promote(PUMP, 1, "eva", "fewer episodes");

        assertThat(desk.card(PUMP).champion().number()).isEqualTo(1);
        assertThat(desk.card(PUMP).challenger()).isEmpty();
        assertThat(desk.card(PUMP).previous()).hasValue(0);
        assertThat(rig.publications()).containsExactly("challenger 1", "champion 1", "challenger 0");
        assertThat(rig.tracking.runs(PUMP).get(0).aliases()).containsExactly(ModelAlias.CHAMPION);
    }

    @Test
    void theCardTellsOnceTheJobFollows() {
        ModelDesk desk = rig.connected();
        desk.retrain(PUMP, BY_EVA);
        desk.promote(PUMP, 1, "eva", "");
        assertThat(desk.card(PUMP).champion().isRunning()).isFalse();

        desk.told(rig.takeover(Role.CHAMPION, 1));

        assertThat(desk.card(PUMP).champion().isRunning()).isTrue();
    }

    @Test
    void rollingBackReturnsToTheVersionBeforeAndAtLastToNoModel() {
        ModelDesk desk = rig.connected();
        desk.retrain(PUMP, BY_EVA);
        desk.promote(PUMP, 1, "eva", "");
        rig.pass(Duration.ofSeconds(1));
        desk.retrain(PUMP, BY_EVA);
        desk.promote(PUMP, 2, "eva", "");
        rig.published.clear();

        rig.pass(Duration.ofSeconds(1));
        desk.rollBack(PUMP, "eva", "too quiet");
        assertThat(desk.card(PUMP).champion().number()).isEqualTo(1);
        rig.pass(Duration.ofSeconds(1));
        desk.rollBack(PUMP, "eva", "");

        assertThat(desk.card(PUMP).champion().number()).isZero();
        assertThat(desk.card(PUMP).previous()).isEmpty();
        assertThat(rig.publications()).containsExactly("champion 1", "champion 0");
        assertThatExceptionOfType(ModelsException.class)
                .isThrownBy(() -> desk.rollBack(PUMP, "eva", ""))
                .withMessageContaining("no champion of P-101 before");
    }

    @Test
    void everythingIsOnRecordWithWhoAndFromWhatToWhat() {
        ModelDesk desk = rig.desk();
        desk.retrain(PUMP, BY_EVA);
        desk.promote(PUMP, 1, "jo", "looks good");
        desk.rollBack(PUMP, "eva", "too quiet");
        desk.setPolicy(PUMP, RetrainPolicy.BY_HAND.withOnDrift(true), "jo");

        List<AuditEntry> audit = desk.audit(PUMP, 10);

        assertThat(audit)
                .extracting(AuditEntry::action)
                .containsExactly(
                        Action.POLICY_CHANGED,
                        Action.ROLLED_BACK,
                        Action.PROMOTED,
                        Action.CHALLENGED,
                        Action.TRAINED,
                        Action.TRAINING_STARTED);
        assertThat(audit.get(1))
                .isEqualTo(new AuditEntry(PUMP, rig.instant(), "eva", Action.ROLLED_BACK, 1, 0, "too quiet"));
        assertThat(audit.get(2))
                .isEqualTo(new AuditEntry(PUMP, rig.instant(), "jo", Action.PROMOTED, 0, 1, "looks good"));
        assertThat(audit.get(0).note()).isEqualTo("train on drift, with a pause of PT6H");
    }

    @Test
    void whatADyingProcessDecidedIsPublishedByTheNextOneUnlessTheJobSaysThatItFollows() {
        ModelDesk dying = rig.desk();
        dying.retrain(PUMP, BY_EVA);
        dying.promote(PUMP, 1, "eva", "");
        rig.pass(Duration.ofMinutes(5));

        ModelDesk next = rig.connected();
        next.tick();
        assertThat(rig.publications()).isEmpty();
        rig.pass(Deployer.PATIENCE);
        next.tick();

        assertThat(next.card(PUMP).champion().number()).isEqualTo(1);
        assertThat(rig.publications()).containsExactly("champion 1");
    }

    @Test
    void whatTheJobFollowsIsNotPublishedAgain() {
        ModelDesk before = rig.desk();
        before.retrain(PUMP, BY_EVA);
        before.promote(PUMP, 1, "eva", "");
        rig.pass(Duration.ofMinutes(5));
        ModelDesk next = rig.desk();
        next.told(rig.takeover(Role.CHAMPION, 1));
        next.connect(rig, Runnable::run);

        rig.pass(Duration.ofHours(1));
        next.tick();

        assertThat(rig.publications()).isEmpty();
        assertThat(next.card(PUMP).champion().isRunning()).isTrue();
    }

    @Test
    void aFailedPublicationIsShownAndRepeatedUntilItSucceeds() {
        ModelDesk desk = rig.connected();
        rig.brokerTrouble = "The broker is away.";
        desk.retrain(PUMP, BY_EVA);
        assertThat(desk.card(PUMP).challenger())
                .flatMap(Deployment::trouble)
                .contains("The broker is away. It is tried again.");

        rig.brokerTrouble = null;
        rig.pass(Duration.ofSeconds(2));
        desk.tick();

        assertThat(rig.publications()).containsExactly("challenger 1");
        assertThat(desk.card(PUMP).challenger()).flatMap(Deployment::trouble).isEmpty();
    }

    @Test
    void aVersionThatTheJobDoesNotTakeIsPublishedAgainAndTheCardSaysSo() {
        ModelDesk desk = rig.connected();
        desk.retrain(PUMP, BY_EVA);

        rig.pass(Deployer.PATIENCE);
        desk.tick();

        assertThat(rig.publications()).containsExactly("challenger 1", "challenger 1");
        assertThat(desk.card(PUMP).challenger().orElseThrow().trouble())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("has not taken version 1 as challenger"));
    }

    @Test
    void whatTheJobRefusesIsShownAndNotRepeated() {
        ModelDesk desk = rig.connected();
        desk.retrain(PUMP, BY_EVA);

        desk.told(new Refused(PUMP, Role.CHALLENGER, 1, "It cannot be restored.", rig.instant()));
        rig.pass(Duration.ofHours(1));
        desk.tick();

        assertThat(rig.publications()).containsExactly("challenger 1");
        assertThat(desk.card(PUMP).challenger()).flatMap(Deployment::trouble).contains("It cannot be restored.");
    }

    @Test
    void aWithdrawnChallengerLeavesItsVersion() {
        ModelDesk desk = rig.connected();
        desk.retrain(PUMP, BY_EVA);
        rig.pass(Duration.ofSeconds(1));

        desk.withdraw(PUMP, "eva");

        assertThat(desk.card(PUMP).challenger()).isEmpty();
        assertThat(desk.versions(PUMP)).hasSize(1);
        assertThat(rig.publications()).containsExactly("challenger 1", "challenger 0");
        assertThat(rig.tracking.runs(PUMP).get(0).aliases()).isEqualTo(Set.of());
    }

    @Test
    void aVersionThatIsNotThereOrIsChampionAlreadyIsRefused() {
        ModelDesk desk = rig.desk();
        desk.retrain(PUMP, BY_EVA);
        desk.promote(PUMP, 1, "eva", "");

        assertThatExceptionOfType(ModelsException.class)
                .isThrownBy(() -> desk.promote(PUMP, 1, "eva", ""))
                .withMessage("Version 1 of the model of P-101 is the champion already.");
        assertThatExceptionOfType(ModelsException.class)
                .isThrownBy(() -> desk.promote(PUMP, 7, "eva", ""))
                .withMessage("There is no version 7 of a model of P-101.");
        assertThatExceptionOfType(ModelsException.class)
                .isThrownBy(() -> desk.retrain(new AssetId("X"), BY_EVA))
                .withMessageContaining("There is no asset X");
    }

    @Test
    void listenersHearOfEachChangeWithTheCard() {
        ModelDesk desk = rig.desk();
        List<ModelCard> heard = new java.util.ArrayList<>();
        var subscription = desk.onChange(heard::add);

        desk.retrain(PUMP, BY_EVA);
        int changes = heard.size();
        subscription.close();
        desk.withdraw(PUMP, "eva");

        assertThat(heard).hasSize(changes);
        assertThat(heard.get(0).training()).isInstanceOf(TrainingState.Running.class);
        assertThat(heard.get(changes - 1)).isNotEqualTo(desk.card(PUMP));
        assertThat(heard.get(changes - 1).challenger()).map(Deployment::number).contains(1);
    }

    @Test
    void anExportedVersionIsImportedUnderTheNextNumberAndHasNoRole() throws IOException {
        ModelDesk desk = rig.desk();
        desk.retrain(PUMP, BY_EVA);
        Path file = directory.resolve("p-101.wkmodel");

        desk.export(PUMP, 1, file, "eva");
        ModelEntry imported = desk.importModel(file, "jo");

        assertThat(imported.number()).isEqualTo(2);
        assertThat(imported.imported()).isTrue();
        assertThat(imported.choice()).isEqualTo("Imported from p-101.wkmodel, where it was version 1.");
        assertThat(desk.card(PUMP).challenger()).map(Deployment::number).contains(1);
        assertThat(desk.version(PUMP, 2).parts())
                .isEqualTo(desk.version(PUMP, 1).parts());
        assertThat(desk.audit(PUMP, 2))
                .extracting(AuditEntry::action)
                .containsExactly(Action.IMPORTED, Action.EXPORTED);

        desk.promote(PUMP, 2, "jo", "");
        assertThat(desk.card(PUMP).champion().number()).isEqualTo(2);
    }

    @Test
    void aForeignOrDamagedFileIsNotImported() throws IOException {
        ModelDesk desk = rig.desk();
        desk.retrain(PUMP, BY_EVA);
        Path file = directory.resolve("some.wkmodel");
        desk.export(PUMP, 1, file, "eva");
        byte[] bytes = Files.readAllBytes(file);
        ModelVersion whole = ModelFormat.decode(bytes);

        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertRefused(desk, file, "some.wkmodel cannot be imported. The model is damaged: its checksum is wrong.");
        Files.writeString(file, "not a model");
        assertRefused(
                desk, file, "some.wkmodel cannot be imported. This is not a model: it does not begin as models do.");
        rig.assets.remove(PUMP);
        Files.write(file, ModelFormat.encode(whole));
        assertRefused(desk, file, "The model is of the asset P-101, which is not known here.");
        rig.assets.save(new dev.watchkeeper.engine.signal.Asset(
                PUMP, "Lift pump 1", "", List.of(dev.watchkeeper.engine.signal.Sensor.named(FLOW))));
        assertRefused(desk, file, "The model knows the sensor speed, which Lift pump 1 does not have here.");
        assertThat(desk.versions(PUMP)).hasSize(1);
    }

    private static void assertRefused(ModelDesk desk, Path file, String sentence) {
        assertThatExceptionOfType(ModelsException.class)
                .isThrownBy(() -> desk.importModel(file, "eva"))
                .withMessageStartingWith(sentence);
    }
}
