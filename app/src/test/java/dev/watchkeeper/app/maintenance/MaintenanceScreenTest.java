package dev.watchkeeper.app.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.fx.UiExecutor;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.Stylesheets;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindow;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Maintenance windows as a user has them. */
@ExtendWith(ApplicationExtension.class)
class MaintenanceScreenTest {
    private static final double WIDTH = 1_100;
    private static final double HEIGHT = 700;

    private final FakePlant plant = new FakePlant();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final FxRobot robot = new FxRobot();
    private @Nullable Stage stage;
    private @Nullable Subscription attached;

    @Start
    void start(Stage own) {
        stage = own;
        own.setX(0);
        own.setY(0);
        show(false);
        own.show();
    }

    private void show(boolean readOnly) {
        ScreenContext context = new ScreenContext(
                plant.clock(), new Formats(ZoneId.of("Europe/Berlin")), new FramePulse(), new UiExecutor(), background);
        MaintenanceScreen screen =
                new MaintenanceScreen(plant.maintenance(), plant.assets(), context, "m.weber", readOnly);
        Scene scene = new Scene(screen.root(), WIDTH, HEIGHT);
        screen.root().getStyleClass().add("settings");
        scene.getStylesheets().addAll(Stylesheets.url("light.css"), Stylesheets.url("watchkeeper.css"));
        if (attached != null) {
            attached.close();
        }
        attached = screen.attach();
        if (stage != null) {
            stage.setScene(scene);
        }
    }

    @AfterEach
    void end() {
        robot.interact(() -> {
            if (attached != null) {
                attached.close();
            }
        });
        background.shutdownNow();
    }

    @Test
    void aWindowIsLaidDownSeenRemovedAndTakenBack() {
        robot.clickOn("#maintenance-new");
        robot.interact(() -> robot.lookup("#maintenance-field-asset")
                .<AssetId>queryComboBox()
                .setValue(new AssetId("pump-2")));
        type("reason", "Seal change");
        robot.clickOn("#maintenance-save");

        await().until(() -> plant.maintenance().all().size() == 1);
        await().until(() -> text("#maintenance-outcome").endsWith("is added."));
        robot.interact(() -> table().getSelectionModel().select(0));
        robot.clickOn("#maintenance-remove");
        await().until(() -> plant.maintenance().all().isEmpty());
        await().until(() -> text("#maintenance-outcome").endsWith("is removed."));
        robot.clickOn("#maintenance-undo");
        await().until(() -> plant.maintenance().all().size() == 1);
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAsOneTypes() {
        robot.clickOn("#maintenance-new");

        type("until", "tomorrow");
        assertThat(text("#maintenance-problem-until")).startsWith("Enter a day and a time");
        type("until", "2026-03-18 16:00");
        assertThat(text("#maintenance-problem-until")).isEmpty();

        robot.clickOn("#maintenance-weekly");
        assertThat(robot.lookup("#maintenance-field-until")
                        .query()
                        .getParent()
                        .getParent()
                        .isVisible())
                .isFalse();
        type("length", "9 d");
        assertThat(text("#maintenance-problem-length")).contains("from 1 min to 6 d");
        robot.clickOn("#maintenance-save");
        assertThat(plant.maintenance().all()).isEmpty();
        assertThat(text("#maintenance-problem-reason")).startsWith("Say why");
    }

    @Test
    void whoOnlyLooksHasTheListAndNoButtons() {
        Instant now = plant.clock().instant();
        plant.maintenance()
                .add(new MaintenanceWindow(
                        "w-1",
                        new AssetId("pump-1"),
                        new MaintenanceWindow.Once(now, now.plusSeconds(3_600)),
                        null,
                        "Valve",
                        "j.okoro"));
        robot.interact(() -> show(true));

        await().until(() -> table().getItems().size() == 1);
        robot.interact(() -> table().getSelectionModel().select(0));

        assertThat(robot.lookup("#maintenance-new").tryQuery()).isEmpty();
        assertThat(robot.lookup("#maintenance-remove").tryQuery()).isEmpty();
        assertThat(robot.lookup("#maintenance-save").tryQuery()).isEmpty();
    }

    private TableView<?> table() {
        return robot.lookup("#maintenance-table").queryAs(TableView.class);
    }

    private void type(String field, String text) {
        robot.interact(() -> robot.lookup("#maintenance-field-" + field)
                .queryTextInputControl()
                .setText(text));
    }

    private String text(String label) {
        return robot.lookup(label).<Labeled>query().getText();
    }
}
