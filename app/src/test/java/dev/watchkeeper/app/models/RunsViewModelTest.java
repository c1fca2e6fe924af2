package dev.watchkeeper.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.ModelsStory;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import dev.watchkeeper.engine.model.tracking.mlflow.MirrorStatus;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunsViewModelTest {
    private final Desk desk = new Desk();
    private final FakePlant plant = ModelsStory.told(desk.plant());
    private final RunsViewModel runs =
            new RunsViewModel(plant.ports(Runnable::run).models(), desk.context());

    @BeforeEach
    void attach() {
        runs.attach();
        look();
    }

    @Test
    void runsAreListedNewestFirstWithWhatTheirVersionIsNow() {
        assertThat(shown().rows()).extracting(RunRow::number).containsExactly(3, 3, 2, 1);
        assertThat(shown().rows()).extracting(RunRow::role).containsExactly("champion", "", "", "");
        assertThat(shown().rows())
                .extracting(RunRow::status)
                .containsExactly("Finished", "Failed", "Finished", "Finished");
        assertThat(shown().rows().getFirst().observed()).isEqualTo(6);
        assertThat(shown().rows().get(1).observed()).isNaN();
    }

    @Test
    void twoRunsStandSideBySideWithTheirCurvesOverEachOther() {
        runs.select(List.of(shown().rows().get(0), shown().rows().get(2)));
        look();

        RunComparison comparison =
                ((Load.Ready<RunComparison>) runs.comparisonProperty().get()).value();

        assertThat(comparison.values())
                .filteredOn(value -> value.name().equals("validation/observed"))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.texts()).containsExactly("6", "18");
                    assertThat(value.differs()).isTrue();
                });
        assertThat(comparison.curves()).hasSize(1);
        assertThat(comparison.chart("part/novelty flow/observed").curves())
                .extracting("name")
                .containsExactly("Version 3", "Version 2");
    }

    @Test
    void aRunHasALinkOnlyOnceAServerHasIt() {
        RunRow row = shown().rows().getFirst();
        runs.select(List.of(row));
        look();
        assertThat(((Load.Ready<RunComparison>) runs.comparisonProperty().get())
                        .value()
                        .link())
                .isEmpty();

        RunId run = row.run().map(TrackedRun::id).orElseThrow();
        plant.tracking().link(run, URI.create("http://mlflow:5000/#/experiments/1/runs/7"));
        runs.select(List.of());
        runs.select(List.of(row));
        look();

        assertThat(((Load.Ready<RunComparison>) runs.comparisonProperty().get())
                        .value()
                        .link())
                .contains(URI.create("http://mlflow:5000/#/experiments/1/runs/7"));
    }

    @Test
    void nothingIsSaidOfAServerThatIsNotConfigured() {
        assertThat(shown().mirror()).isEmpty();
    }

    @Test
    void whatWaitsForTheServerAndWhyIsSaid() {
        plant.setMirror(new MirrorStatus(
                URI.create("http://mlflow:5000"), false, 12, 0, "It does not answer; it is tried again.", null));
        runs.expire();
        look();

        assertThat(shown().mirror()).isEqualTo("MLflow: It does not answer; it is tried again. 12 changes to be sent.");
        assertThat(shown().troubled()).isTrue();
    }

    private void look() {
        runs.look(plant.models().card(ModelsStory.FOULED));
    }

    private RunsViewModel.Runs shown() {
        return ((Load.Ready<RunsViewModel.Runs>) runs.runsProperty().get()).value();
    }
}
