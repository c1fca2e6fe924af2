package dev.watchkeeper.app.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.maintenance.WindowForm.Input;
import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindow;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MaintenanceViewModelTest {
    private static final AssetId PUMP = new AssetId("pump-2");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Desk desk = new Desk();
    private final FakePlant plant = desk.plant();
    private final MaintenanceViewModel model = model(false);

    @Test
    void aNewWindowBeginsNowLastsTwoHoursAndNeedsAnAssetAndAReason() {
        model.attach();
        model.create();

        assertThat(form().fromProperty().get()).isEqualTo("2026-03-17 03:10");
        assertThat(form().untilProperty().get()).isEqualTo("2026-03-17 05:10");
        assertThat(problem(Input.ASSET)).isEmpty();
        model.save();
        assertThat(problem(Input.ASSET)).startsWith("Choose the asset");
        assertThat(problem(Input.REASON)).startsWith("Say why");
        assertThat(plant.maintenance().all()).isEmpty();

        form().assetProperty().set(PUMP);
        form().reasonProperty().set(" Seal change ");
        model.save();

        assertThat(plant.maintenance().all()).singleElement().satisfies(window -> {
            assertThat(window.onceOrNull())
                    .isEqualTo(new MaintenanceWindow.Once(
                            Instant.parse("2026-03-17T02:10:00Z"), Instant.parse("2026-03-17T04:10:00Z")));
            assertThat(window.reason()).isEqualTo("Seal change");
            assertThat(window.by()).isEqualTo("m.weber");
        });
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.asset()).isEqualTo("Pump 2");
            assertThat(row.when()).isEqualTo("17 Mar 2026 03:10 – 05:10");
            assertThat(row.state()).isEqualTo("open now");
        });
        assertThat(model.outcomeProperty().get().sentence()).contains("Pump 2").endsWith("is added.");
        assertThat(model.formProperty().get()).isNull();
    }

    @Test
    void whatIsWrongIsSaidAsOneTypes() {
        model.create();

        form().untilProperty().set("2026-03-17 03:");
        assertThat(problem(Input.UNTIL)).startsWith("Enter a day and a time");
        form().untilProperty().set("2026-03-17 03:11");
        assertThat(problem(Input.UNTIL)).contains("has passed already");
        form().fromProperty().set("2026-03-18 03:00");
        form().untilProperty().set("2026-03-18 02:00");
        assertThat(problem(Input.UNTIL)).isEqualTo("Enter an end after the beginning.");
        form().untilProperty().set("2026-09-18 02:00");
        assertThat(problem(Input.UNTIL)).contains("90 days");
        form().untilProperty().set("2026-03-18 04:00");
        assertThat(problem(Input.UNTIL)).isEmpty();

        form().weeklyProperty().set(true);
        form().startProperty().set("25:00");
        form().lengthProperty().set("a while");
        assertThat(problem(Input.START)).isEqualTo("Enter a time such as 22:00.");
        assertThat(problem(Input.LENGTH)).contains("such as 2 h");
        form().lengthProperty().set("7 d");
        assertThat(problem(Input.LENGTH)).contains("to 6 d");
        form().startProperty().set("7:30");
        form().lengthProperty().set("90 min");
        assertThat(problem(Input.START)).isEmpty();
        assertThat(problem(Input.LENGTH)).isEmpty();
    }

    @Test
    void aWeeklyWindowIsKeptInLocalTime() {
        model.attach();
        model.create();
        form().assetProperty().set(PUMP);
        form().weeklyProperty().set(true);
        form().dayProperty().set(DayOfWeek.THURSDAY);
        form().startProperty().set("7:30");
        form().lengthProperty().set("90 min");
        form().reasonProperty().set("Greasing");

        model.save();

        assertThat(plant.maintenance().all())
                .extracting(MaintenanceWindow::weeklyOrNull)
                .containsExactly(new MaintenanceWindow.Weekly(
                        DayOfWeek.THURSDAY, LocalTime.of(7, 30), Duration.ofMinutes(90), BERLIN));
        assertThat(rows()).extracting(WindowRow::when).containsExactly("Thu from 07:30 for 90 min");
    }

    @Test
    void aRemovedWindowComesBackByUndo() {
        MaintenanceWindow window = keep();
        model.attach();
        model.select(rows().getFirst());

        model.remove();
        assertThat(plant.maintenance().all()).isEmpty();
        assertThat(rows()).isEmpty();
        assertThat(model.outcomeProperty().get().sentence()).endsWith("is removed.");
        model.undo();

        assertThat(plant.maintenance().all()).containsExactly(window);
        assertThat(model.outcomeProperty().get().undoOrNull()).isNull();
    }

    @Test
    void aChangeIsTakenBackToWhatWasThereAndAnAddedOneIsGone() {
        MaintenanceWindow window = keep();
        model.attach();
        model.select(rows().getFirst());
        form().reasonProperty().set("Impeller change");
        model.save();
        assertThat(plant.maintenance().all())
                .extracting(MaintenanceWindow::reason)
                .containsExactly("Impeller change");
        model.undo();
        assertThat(plant.maintenance().all()).containsExactly(window);

        model.create();
        form().assetProperty().set(new AssetId("pump-1"));
        form().reasonProperty().set("Valve");
        model.save();
        assertThat(plant.maintenance().all()).hasSize(2);
        model.undo();
        assertThat(plant.maintenance().all()).containsExactly(window);
    }

    @Test
    void whatCannotBeKeptIsSaidAndTheFormStaysAsItIs() {
        model.create();
        form().assetProperty().set(new AssetId("gone"));
        form().reasonProperty().set("Valve");

        model.save();

        assertThat(model.outcomeProperty().get().failed()).isTrue();
        assertThat(model.outcomeProperty().get().sentence())
                .contains("no asset gone")
                .contains("choose one");
        assertThat(form().reasonProperty().get()).isEqualTo("Valve");
    }

    @Test
    void whoOnlyLooksSeesThemAndChangesNothing() {
        MaintenanceWindow window = keep();
        MaintenanceViewModel looking = model(true);
        looking.attach();
        WindowRow row = ready(looking).getFirst();

        looking.create();
        looking.select(row);
        looking.remove();
        looking.save();
        looking.undo();

        assertThat(looking.formProperty().get()).isNull();
        assertThat(plant.maintenance().all()).containsExactly(window);
    }

    @Test
    void nothingFiresAfterTheScreenIsLeft() {
        Subscription attached = model.attach();

        attached.close();
        keep();
        desk.pulse().beat(2);

        assertThat(rows()).isEmpty();
    }

    private MaintenanceWindow keep() {
        Instant now = plant.clock().instant();
        MaintenanceWindow window = new MaintenanceWindow(
                "w-1", PUMP, new MaintenanceWindow.Once(now, now.plusSeconds(7_200)), null, "Seal change", "j.okoro");
        plant.maintenance().add(window);
        return window;
    }

    private MaintenanceViewModel model(boolean readOnly) {
        return new MaintenanceViewModel(plant.maintenance(), plant.assets(), desk.context(), "m.weber", readOnly);
    }

    private WindowForm form() {
        return Objects.requireNonNull(model.formProperty().get());
    }

    private String problem(Input input) {
        return form().problemProperty(input).get();
    }

    private List<WindowRow> rows() {
        return ready(model);
    }

    private static List<WindowRow> ready(MaintenanceViewModel of) {
        assertThat(of.rowsProperty().get()).isInstanceOf(Load.Ready.class);
        return ((Load.Ready<List<WindowRow>>) of.rowsProperty().get()).value();
    }
}
