package dev.watchkeeper.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.ModelsStory;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsViewModelTest {
    private static final int UNTIL_RELOADED = 25;

    @TempDir
    Path folder;

    private final Desk desk = new Desk();
    private final FakePlant plant = ModelsStory.told(desk.plant());

    @Test
    void theAssetThatDriftsStandsFirstAndIsSelected() {
        ModelsViewModel model = attached(false);

        assertThat(rows(model))
                .extracting(ModelRow::label)
                .startsWith("Pump 1", "Aeration basin", "Pump 2", "Blower 1");
        assertThat(current(model).id()).isEqualTo(ModelsStory.FOULED);
        assertThat(current(model).attention()).isEqualTo(Attention.DRIFTING);
    }

    @Test
    void theWorstFeatureIsPickedAndAnotherOneCanBe() {
        ModelsViewModel model = attached(false);
        assertThat(drift(model).pick())
                .contains(new DriftPick(SensorId.of("pump-1", "discharge-pressure"), DriftFeature.MEAN));

        model.drift().pick(new DriftPick(SensorId.of("pump-1", "flow"), DriftFeature.MEAN));
        desk.pulse().beat(1);

        assertThat(drift(model).pick()).contains(new DriftPick(SensorId.of("pump-1", "flow"), DriftFeature.MEAN));
        assertThat(drift(model).curve()).isNotEmpty();
    }

    @Test
    void theCurveShowsWhenTheDriftBegan() {
        ModelsViewModel model = attached(false);

        var chart = drift(model).chart(desk.context().formats(), FakePlant.START);

        assertThat(chart.moments()).singleElement().satisfies(moment -> {
            assertThat(moment.label()).isEqualTo("began 00:38:40");
            assertThat(moment.x()).isStrictlyBetween(chart.from(), chart.to());
        });
        assertThat(chart.levels())
                .singleElement()
                .satisfies(level -> assertThat(level.y()).isEqualTo(1));
    }

    @Test
    void aPromotionIsOnlyMadeAfterTheQuestionAndCanBeUndone() {
        ModelsViewModel model = attached(false);
        model.select(ModelsStory.CHALLENGED);
        desk.pulse().beat(1);
        assertThat(plant.models().calls()).containsExactly("challenge pump-2 2");

        model.askToPromote(2);
        model.answer(true);

        assertThat(plant.models().calls()).endsWith("promote pump-2 2");
        assertThat(model.actions().outcomeProperty().get().sentence())
                .isEqualTo("Pump 2: champion changed from version 1 to version 2.");

        model.actions().undo();

        assertThat(plant.models().calls()).endsWith("roll back pump-2");
        assertThat(model.actions().outcomeProperty().get().sentence())
                .isEqualTo("Pump 2: champion changed from version 2 to version 1.");
    }

    @Test
    void whoAnswersNoPromotesNothing() {
        ModelsViewModel model = attached(false);
        model.select(ModelsStory.CHALLENGED);

        model.askToPromote(2);
        model.answer(false);

        assertThat(model.askingProperty().get()).isNull();
        assertThat(plant.models().calls()).doesNotContain("promote pump-2 2");
    }

    @Test
    void theQuestionIsDroppedWhenAnotherAssetIsSelected() {
        ModelsViewModel model = attached(false);
        model.select(ModelsStory.CHALLENGED);
        model.askToPromote(2);

        model.select(ModelsStory.FOULED);

        assertThat(model.askingProperty().get()).isNull();
    }

    @Test
    void aRefusedCommandSaysWhyAndOffersNoUndo() {
        ModelsViewModel model = attached(false);
        plant.models().refuse("A training of Pump 1 runs already.");

        model.actions().retrain(current(model));

        var outcome = model.actions().outcomeProperty().get();
        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.sentence()).isEqualTo("A training of Pump 1 runs already.");
        assertThat(outcome.undoOrNull()).isNull();
    }

    @Test
    void aConsoleThatOnlyReadsGivesNoCommand() {
        ModelsViewModel model = attached(true);
        int before = plant.models().calls().size();

        model.actions().retrain(current(model));
        model.actions().rollBack(current(model));

        assertThat(plant.models().calls()).hasSize(before);
    }

    @Test
    void theDriftReportIsWrittenEvenWhereOneMayOnlyRead() throws IOException {
        ModelsViewModel model = attached(true);
        Path file = folder.resolve("drift.html");

        model.actions().report(current(model), drift(model).span(), file);

        assertThat(Files.readString(file)).contains("Discharge pressure");
        assertThat(model.actions().outcomeProperty().get().sentence())
                .isEqualTo("Pump 1: the drift report is written to " + file + ".");
    }

    @Test
    void aReportThatCannotBeWrittenSaysSo() throws IOException {
        ModelsViewModel model = attached(false);
        Path file = Files.createDirectory(folder.resolve("taken"));

        model.actions().report(current(model), drift(model).span(), file);

        assertThat(model.actions().outcomeProperty().get().failed()).isTrue();
        assertThat(model.actions().outcomeProperty().get().sentence())
                .startsWith("The report could not be written to " + file);
    }

    @Test
    void aTrainingThatRunsIsSeenAtTheNextBeat() {
        ModelsViewModel model = attached(false);
        model.actions().retrain(current(model));
        plant.models().progress(ModelsStory.FOULED, 0.6, "Measuring Flow on validation");

        desk.pulse().beat(1);

        HeadLine head = HeadLine.of(current(model), desk.context().formats(), FakePlant.START);
        assertThat(head.kind()).isEqualTo(HeadLine.Kind.TRAINING);
        assertThat(head.done()).isEqualTo(0.6);
        assertThat(head.sentence()).isEqualTo("Measuring Flow on validation  ·  asked for by m.weber");
    }

    @Test
    void theHeadSaysInLocalTimeWhatDrifts() {
        ModelsViewModel model = attached(false);

        HeadLine head = HeadLine.of(current(model), desk.context().formats(), FakePlant.START);

        assertThat(head.kind()).isEqualTo(HeadLine.Kind.ADVICE);
        assertThat(head.sentence())
                .isEqualTo("Discharge pressure and Flow drift since 00:38:40. Retraining is advised.");
    }

    @Test
    void fewLabelsAreSaidToBeTooFew() {
        ModelsViewModel model = attached(false);
        model.select(ModelsStory.CHALLENGED);
        desk.pulse().beat(1);

        ScoreCourse score = ready(model.scoreProperty().get());

        assertThat(score.tooFew()).isTrue();
        assertThat(score.basis()).isEqualTo("2 of 21 alarms labelled: too few to judge");
    }

    @Test
    void theGradesAreThoseOfTheChallengerWhereThereIsOne() {
        ModelsViewModel model = attached(false);
        model.select(ModelsStory.CHALLENGED);
        desk.pulse().beat(1);

        VersionFacts facts = ready(model.factsProperty().get());

        assertThat(facts.version().orElseThrow().number()).isEqualTo(2);
        assertThat(facts.withLittleHistory()).isEqualTo(1);
        assertThat(facts.grades().getFirst().sensor()).isEqualTo(SensorId.of("pump-2", "vibration"));
    }

    @Test
    void whatHappensAfterDetachingIsNotSeen() {
        ModelsViewModel model = model(false);
        Subscription attached = model.attach();
        desk.pulse().beat(2);

        attached.close();
        plant.models().retrain(ModelsStory.FOULED, dev.watchkeeper.engine.model.desk.RetrainRequest.manual("m.weber"));
        desk.pulse().beat(UNTIL_RELOADED);

        assertThat(current(model).card().training().isRunning()).isFalse();
        assertThat(desk.pulse().subscriptions()).isZero();
        assertThat(plant.models().listeners()).isZero();
    }

    @Test
    void anAssetThatIsNotListedYetIsShownWhenItIs() {
        ModelsViewModel model = model(false);
        model.select(new AssetId("pump-3"));

        model.attach();
        desk.pulse().beat(2);

        assertThat(current(model).label()).isEqualTo("Pump 3");
    }

    private ModelsViewModel attached(boolean readOnly) {
        ModelsViewModel model = model(readOnly);
        model.attach();
        desk.pulse().beat(2);
        return model;
    }

    private ModelsViewModel model(boolean readOnly) {
        var ports = plant.ports(Runnable::run);
        ModelActions actions = new ModelActions(ports.models(), "m.weber", readOnly, desk.context());
        return new ModelsViewModel(
                ports.models(), ports.alarms(), ports.labels(), ports.assets(), desk.context(), actions);
    }

    private static List<ModelRow> rows(ModelsViewModel model) {
        return ready(model.rowsProperty().get());
    }

    private static ModelRow current(ModelsViewModel model) {
        return Objects.requireNonNull(model.currentProperty().get());
    }

    private static DriftPicture drift(ModelsViewModel model) {
        return ready(model.drift().pictureProperty().get());
    }

    private static <T> T ready(Load<T> load) {
        assertThat(load).isInstanceOf(Load.Ready.class);
        return ((Load.Ready<T>) load).value();
    }
}
