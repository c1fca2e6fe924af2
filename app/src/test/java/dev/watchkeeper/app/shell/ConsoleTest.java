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
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.label.LabelSubject;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
    void aFalseAlarmIsAnsweredInTwoClicksAndTheAnswerTakenBackInOneMore() {
        click("#navigate-alarms");
        ready();
        clicks = 0;

        clickRow("Vibration and bearing temperature rise together");
        ready();
        click("#detail-label-not-an-anomaly");

        until(() -> label("a-7").isPresent());
        assertThat(clicks).isEqualTo(2);
        assertThat(label("a-7")).hasValueSatisfying(label -> {
            assertThat(label.kind()).isEqualTo(LabelKind.NOT_AN_ANOMALY);
            assertThat(label.by()).isEqualTo("m.weber");
        });
        until(() -> robot.lookup(".label-cell .label").tryQuery().isPresent());

        click("#label-bar-undo");

        until(() -> label("a-7").isEmpty());
        assertThat(plant.labels().history(LabelSubject.idOf(new AlarmId("a-7"))))
                .hasSize(2);
    }

    @Test
    void keysAnswerTheSelectedAlarmWithAReasonAndTakeTheAnswerBackLater() {
        click("#navigate-alarms");
        ready();
        click("#detail-label-reason");
        robot.write("new bearing, running in");
        clickRow("Vibration and bearing temperature rise together");
        ready();

        robot.press(KeyCode.M).release(KeyCode.M);
        until(() -> label("a-7").isPresent());
        assertThat(label("a-7").orElseThrow().kind()).isEqualTo(LabelKind.MAINTENANCE);
        assertThat(label("a-7").orElseThrow().reason())
                .as("meant for another alarm")
                .isEmpty();
        assertThat(label("a-6")).isEmpty();

        until(() -> robot.lookup("#detail-label-undo")
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent());
        robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);

        until(() -> label("a-7").isEmpty());
    }

    @Test
    void aSpanOfATrendIsPickedByDraggingLabelledFromTheMenuOrByKeyAndTakenBack() {
        click("#navigate-trends");
        ready();
        assertThat(robot.lookup(".label-row").query().isVisible()).isFalse();

        pick(120);
        click("#menu-label-true-anomaly");

        until(() -> spans().size() == 1);
        Label given = spans().getFirst();
        assertThat(given.kind()).isEqualTo(LabelKind.TRUE_ANOMALY);
        assertThat(given.sensors()).hasSize(5).contains(SensorId.of("pump-2", "vibration"));
        assertThat(given.span().length().toMinutes()).isBetween(3L, 10L);
        assertThat(liveText()).as("picking does not pan").isEqualTo("Live");

        pick(-120);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        robot.press(KeyCode.M).release(KeyCode.M);
        until(() -> spans().size() == 2);

        click("#label-bar-undo");
        until(() -> spans().equals(List.of(given)));
    }

    @Test
    void aPickedSpanIsAnsweredByItsButtonsWithAReason() {
        click("#navigate-trends");
        ready();

        pick(90);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        click("#trend-label-reason");
        robot.write("filter cleaned");
        click("#trend-label-maintenance");

        until(() -> spans().size() == 1);
        assertThat(spans().getFirst().reason()).isEqualTo("filter cleaned");
        assertThat(spans().getFirst().kind()).isEqualTo(LabelKind.MAINTENANCE);
    }

    @Test
    void closingReleasesEverySubscription() {
        click("#navigate-alarms");
        ready();
        assertThat(plant.alarms().listeners()).isEqualTo(4);

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

    /** Drags with the other button from the middle of the trend to the right, or to the left. */
    private void pick(int pixels) {
        robot.moveTo("#trend-chart").press(MouseButton.SECONDARY);
        robot.moveBy(pixels / 2.0, 0).moveBy(pixels / 2.0, 0).release(MouseButton.SECONDARY);
        until(() -> robot.lookup(".label-row").query().isVisible());
    }

    private void clickRow(String message) {
        clickText(message, ".tree-table-row-cell");
    }

    private void clickText(String text, String within) {
        until(() -> robot.lookup(within)
                .lookup(text)
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent());
        robot.clickOn(robot.lookup(within).lookup(text).<Node>query());
        clicks++;
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Optional<Label> label(String alarm) {
        return plant.labels().ofAlarm(new AlarmId(alarm));
    }

    private List<Label> spans() {
        return plant.labels().of(new AssetId("pump-2"), new TimeSpan(Instant.MIN, Instant.MAX));
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
