package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.DoubleAdder;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The console as a user has it, clicked through in a window without a display. */
@ExtendWith(ApplicationExtension.class)
class ConsoleTest {
    /** The screen of the toolkit's own headless platform has 1000 pixels each way. */
    private static final double SIZE = 1_000;

    private final FakePlant plant = new FakePlant();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final FxRobot robot = new FxRobot();
    private Optional<Path> saveTo = Optional.empty();
    private final Desktop desktop =
            new Desktop((title, name) -> saveTo, (title, pattern) -> Optional.empty(), page -> {});
    private @Nullable Console shown;
    private int clicks;

    @TempDir
    Path folder;

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
    void theNavigationLeadsToEveryScreen() {
        ready();

        click("#navigate-trends");
        assertThat(console().current()).isEqualTo(ScreenId.TRENDS);
        ready();

        click("#navigate-alarms");
        assertThat(console().current()).isEqualTo(ScreenId.ALARMS);
        ready();

        click("#navigate-overview");
        assertThat(console().current()).isEqualTo(ScreenId.OVERVIEW);
    }

    @Test
    void anAlarmIsAcknowledgedFromAnyScreenInTwoClicksWithANote() {
        ready();
        until(() -> robot.lookup(".strip-alarm .acknowledge").tryQuery().isPresent());

        click(".strip-alarm .acknowledge");
        robot.write("on my way");
        click("#acknowledge-confirm");

        until(() -> alarm("a-7").state() == AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(clicks).isEqualTo(2);
        assertThat(console().current()).isEqualTo(ScreenId.OVERVIEW);
        assertThat(alarm("a-7").acknowledgment()).hasValueSatisfying(given -> {
            assertThat(given.user()).isEqualTo("m.weber");
            assertThat(given.note()).isEqualTo("on my way");
        });
    }

    @Test
    void theKeyAcknowledgesTheSelectedAlarmAndTheArrowsSelect() {
        click("#navigate-alarms");
        ready();

        robot.clickOn("#alarm-table");
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        ready();
        robot.press(KeyCode.A).release(KeyCode.A);

        until(() -> alarm("a-7").state() == AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(alarm("a-6").state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void draggingATrendLeavesThePresentAndTheButtonReturnsToIt() {
        click("#navigate-trends");
        ready();
        assertThat(liveText()).isEqualTo("Live");

        robot.moveTo("#trend-chart").press(MouseButton.PRIMARY).moveBy(180, 0).release(MouseButton.PRIMARY);
        until(() -> liveText().equals("Go live"));

        click("#trend-live");
        until(() -> liveText().equals("Live"));
    }

    @Test
    void theWheelZoomsATrendIntoHistory() {
        click("#navigate-trends");
        ready();

        robot.moveTo("#trend-chart").scroll(6, VerticalDirection.UP);

        until(() -> liveText().equals("Go live"));
    }

    @Test
    void whatATrendShowsIsSavedAsPictureAndAsReadings() {
        click("#navigate-trends");
        ready();

        saveTo = Optional.of(folder.resolve("trend.png"));
        click("#trend-png");
        until(() -> size(folder.resolve("trend.png")) > 5_000);

        saveTo = Optional.of(folder.resolve("trend.csv"));
        click("#trend-csv");
        until(() -> size(folder.resolve("trend.csv")) > 100_000);
    }

    @Test
    void aClickOnASensorOpensItsTrendAndOnAnAlarmThatAlarm() {
        ready();

        click(".asset-tile .sensor-line");
        assertThat(console().current()).isEqualTo(ScreenId.TRENDS);

        click(".strip-alarm .message");
        assertThat(console().current()).isEqualTo(ScreenId.ALARMS);
        ready();
        assertThat(robot.lookup(".alarm-message").queryLabeled().getText()).startsWith("Vibration and bearing");
    }

    @Test
    void closingReleasesEverySubscription() {
        click("#navigate-alarms");
        ready();
        assertThat(plant.alarms().listeners()).isEqualTo(2);

        robot.interact(() -> console().close());

        assertThat(plant.alarms().listeners()).isZero();
    }

    @Test
    void themesChangeWhileItIsShown() {
        ready();
        double light = brightness();

        robot.interact(() -> console().setTheme(Theme.DARK));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(light).isGreaterThan(0.8);
        assertThat(brightness()).isLessThan(0.2);
    }

    /** Of the pixel in the middle of the navigation. */
    private double brightness() {
        DoubleAdder brightness = new DoubleAdder();
        robot.interact(() -> {
            Image image = console().root().snapshot(null, null);
            brightness.add(image.getPixelReader()
                    .getColor(20, (int) image.getHeight() - 40)
                    .getBrightness());
        });
        return brightness.sum();
    }

    private Console console() {
        return Objects.requireNonNull(shown);
    }

    private void click(String query) {
        until(() -> robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent());
        robot.clickOn(robot.lookup(query).<Node>query());
        clicks++;
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void ready() {
        until(() -> WaitForAsyncUtils.asyncFx(() -> console().ready()).get());
    }

    private static void until(Callable<Boolean> condition) {
        await().ignoreExceptions().until(condition);
    }

    private String liveText() {
        return robot.lookup("#trend-live").queryAs(Button.class).getText();
    }

    private Alarm alarm(String id) {
        return plant.alarms().find(new AlarmId(id)).orElseThrow();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException notThereYet) {
            return 0;
        }
    }
}
