package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.ModelsStory;
import dev.watchkeeper.app.screen.ScreenId;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The life of a model as an operator walks it, in a window without a display, with every click counted. */
@ExtendWith(ApplicationExtension.class)
class ModelClicksTest {
    /** The screen of the toolkit's own headless platform has 1000 pixels each way. */
    private static final double SIZE = 1_000;

    private static final int MOST_CLICKS = 5;

    private final FakePlant plant = ModelsStory.told(new FakePlant());
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final FxRobot robot = new FxRobot();
    private final CopyOnWriteArrayList<URI> opened = new CopyOnWriteArrayList<>();
    private final Desktop desktop = new Desktop(
            (title, name) -> Optional.of(Path.of("/tmp", name)), (title, pattern) -> Optional.empty(), opened::add);
    private @Nullable Console shown;
    private int clicks;

    @Start
    void start(Stage stage) {
        Console console = new Console(plant.ports(background), new FramePulse(), desktop, false);
        shown = console;
        console.setTheme(Theme.LIGHT);
        Scene scene = new Scene(console.root(), SIZE, SIZE);
        console.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void end() {
        robot.interact(() -> console().close());
        background.shutdown();
    }

    @Test
    void fromTheNotificationToThePromotionItTakesFiveClicksAtMostAndOneToRollBack() {
        click("#advice-open");
        assertThat(console().current()).isEqualTo(ScreenId.MODELS);
        until(() -> text(".asset-name").equals("Pump 1"));

        click("#model-retrain");
        until(() -> visible("#model-cancel"));
        plant.models().progress(ModelsStory.FOULED, 0.5, "Learning Flow");
        until(() -> text(".percent").equals("50 %"));
        ModelsStory.finishTraining(plant, 4);
        plant.models()
                .compare(ModelsStory.comparison(
                        plant.assets().find(ModelsStory.FOULED).orElseThrow(),
                        3,
                        4,
                        plant.clock().instant()));
        until(() -> robot.lookup("#comparison-table")
                        .queryAs(TableView.class)
                        .getItems()
                        .size()
                > 1);

        click("#model-promote");
        assertThat(text(".question")).isEqualTo("Pump 1: champion from version 3 to version 4?");
        click("#model-promote-confirm");

        until(() -> champion() == 4);
        assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
        int before = clicks;

        until(() -> text("#model-roll-back").equals("Roll back to version 3"));
        click("#model-roll-back");

        until(() -> champion() == 3);
        assertThat(clicks - before).isEqualTo(1);
        until(() -> text(".head-line .sentence").equals("Pump 1: champion changed from version 4 to version 3."));

        click("#model-undo");

        until(() -> champion() == 4);
    }

    @Test
    void adviceThatIsPutOffDoesNotComeBackForTheSameReason() {
        until(() -> visible(".advice-bar"));

        click("#advice-later");

        until(() -> !visible(".advice-bar"));
        plant.models().progress(new dev.watchkeeper.engine.signal.AssetId("blower-1"), 0.7, "Measuring");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(visible(".advice-bar")).isFalse();
    }

    @Test
    void theArrowKeysWalkThroughTheAssets() {
        click("#navigate-models");
        until(() -> text(".asset-name").equals("Pump 1"));

        robot.clickOn("#model-list .model-name");
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);

        until(() -> text(".asset-name").equals("Aeration basin"));
    }

    @Test
    void anAlarmLeadsToTheModelsOfItsAsset() {
        click("#navigate-alarms");
        until(() -> text(".alarm-message").startsWith("Bearing temperature"));

        click("#detail-model");

        assertThat(console().current()).isEqualTo(ScreenId.MODELS);
        until(() -> text(".asset-name").equals("Pump 2"));
    }

    private Console console() {
        return Objects.requireNonNull(shown);
    }

    private int champion() {
        return plant.models().card(ModelsStory.FOULED).champion().number();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private boolean visible(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private void click(String query) {
        until(() -> visible(query) && !robot.lookup(query).<Node>query().isDisabled());
        robot.clickOn(robot.lookup(query).<Node>query());
        clicks++;
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) {
        await().ignoreExceptions().until(condition);
    }
}
