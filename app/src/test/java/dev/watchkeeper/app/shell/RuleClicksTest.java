package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.RulesStory;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.signal.SensorId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The way to a new alarm and to a calmer one as an operator walks it, in a window without a display, with every click counted. */
@ExtendWith(ApplicationExtension.class)
class RuleClicksTest {
    /** The screen of the toolkit's own headless platform has 1000 pixels each way. */
    private static final double SIZE = 1_000;

    private static final SensorId VIBRATION = SensorId.of("pump-3", "vibration");
    private static final RuleId NEW = RuleId.parse("pump-3/vibration:high");

    private final FakePlant plant = RulesStory.told(new FakePlant());
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final FxRobot robot = new FxRobot();
    private final Desktop desktop = new Desktop(
            (title, name) -> Optional.of(Path.of("/tmp", name)), (title, pattern) -> Optional.empty(), page -> {});
    private @Nullable Console shown;
    private int clicks;

    @Start
    void start(Stage stage) {
        RulesStory.describeVibration(plant);
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
        background.shutdownNow();
    }

    @Test
    void aLimitDraggedOnTheChartBecomesARehearsedRuleInOneDragAndThreeClicks() {
        showVibration();

        dragHandle(-30);
        until(() -> visible("#rule-title"));
        assertThat(chosen("#rule-sensor")).isEqualTo("Vibration");
        assertThat(chosen("#rule-level")).isEqualTo("High");
        assertThat(typed("#rule-limit")).matches("\\d+(\\.\\d+)?");
        assertThat(typed("#rule-cause")).isEqualTo("A bearing is worn, or the pump draws air.");
        assertThat(typed("#rule-time-to-respond")).isEqualTo("20 min");
        assertThat(disabled("#rule-save")).isTrue();

        click("#rule-rehearse");
        until(() ->
                visible("#rehearsal-headline") && text("#rehearsal-headline").startsWith("It would have raised"));
        robot.interact(() -> robot.lookup("#rule-send-test").<Node>query().requestFocus());
        press("#rule-send-test");
        until(() -> text("#rule-test-answer").contains("The answer: "));
        click("#rule-save");

        until(() -> plant.rules().find(NEW).isPresent());
        assertThat(clicks).isLessThanOrEqualTo(3);
        until(() -> !visible("#rule-title"));
        assertThat(console().current()).isEqualTo(ScreenId.TRENDS);
        until(() -> text("#rule-outcome").equals("Vibration of Pump 3, high: added."));

        click("#rule-undo");

        until(() -> plant.rules().find(NEW).isEmpty());
    }

    @Test
    void aChatteringRuleIsCalmedInTwoClicks() {
        RuleId id = RulesStory.id(RulesStory.INFLOW, "high");
        AlarmRule rule = plant.rules().find(id).orElseThrow();
        RuleDraft suggested = RuleDraft.of(rule).with(RuleField.OFF_DELAY, "2 min");

        robot.interact(() -> console().openRule(suggested));
        assertThat(text("#rule-title")).isEqualTo("Inflow of Wet well, high");
        click("#rule-rehearse");
        until(() -> visible("#rehearsal-headline"));
        click("#rule-save");

        until(() -> offDelay(id).equals(Duration.ofMinutes(2)));
        assertThat(clicks).isEqualTo(2);
    }

    @Test
    void aLimitIsPutWithTheKeyboardAlone() {
        showVibration();

        robot.interact(() -> handle().requestFocus());
        key(KeyCode.L);
        until(() -> visible("#limit-read-out"));
        key(KeyCode.UP);
        key(KeyCode.UP);
        assertThat(text("#limit-read-out")).startsWith("New high limit of Vibration: ");
        key(KeyCode.ESCAPE);
        assertThat(visible("#limit-read-out")).isFalse();
        key(KeyCode.L);
        key(KeyCode.PAGE_UP);
        key(KeyCode.ENTER);

        until(() -> visible("#rule-title"));
        assertThat(chosen("#rule-level")).isEqualTo("High");
        key(KeyCode.ESCAPE);
        until(() -> !visible("#rule-title"));
    }

    @Test
    void anExistingLimitIsDraggedToAnotherValue() {
        double limit = plant.live().latest(VIBRATION).orElseThrow().reading().value();
        plant.rules()
                .save(
                        RulesStory.limit(
                                VIBRATION,
                                Condition.Level.HIGH,
                                limit,
                                0,
                                dev.watchkeeper.engine.detect.rule.Delays.NONE,
                                dev.watchkeeper.engine.alarm.Priority.LOW),
                        "m.weber",
                        "");
        showVibration();
        Bounds newest = handle().localToScreen(handle().getBoundsInLocal());
        double x = newest.getMinX() - 120;
        Node chart = robot.lookup("#trend-chart").query();

        until(() -> {
            for (double y = newest.getCenterY() - 24; y < newest.getCenterY() + 24; y += 2) {
                robot.moveTo(new Point2D(x, y));
                if (javafx.scene.Cursor.V_RESIZE.equals(chart.getCursor())) {
                    return true;
                }
            }
            return false;
        });
        robot.press(MouseButton.PRIMARY).moveBy(0, -40).release(MouseButton.PRIMARY);

        until(() -> visible("#rule-title"));
        assertThat(text("#rule-title")).isEqualTo("Vibration of Pump 3, high");
        assertThat(Double.parseDouble(typed("#rule-limit"))).isGreaterThan(limit);
    }

    @Test
    void goingToAnotherScreenPutsARuleAsideWithAllThatWasTyped() {
        robot.interact(() -> console().openRule(RulesStory.calm()));
        type("#rule-limit", "3.4");

        click("#navigate-alarms");
        until(() -> visible("#rule-bring-back"));
        assertThat(visible("#rule-title")).isFalse();
        click("#rule-bring-back");

        until(() -> visible("#rule-title"));
        assertThat(typed("#rule-limit")).isEqualTo("3.4");
        key(KeyCode.ESCAPE);
        until(() -> visible("#rule-discard"));
        click("#rule-discard");
        until(() -> !visible("#rule-title"));
    }

    @Test
    void aRuleIsRemovedFromTheListAfterAQuestionThatNamesItAndUndoneByKey() {
        RuleId id = RulesStory.id(RulesStory.BEARING, "high-high");
        click("#navigate-settings");
        until(() -> visible("#rule-table"));
        robot.interact(() -> console().selectRule(id));

        click("#rule-remove");
        assertThat(text(".question")).contains("Bearing temperature of Pump 2, high high: above 75 °C");
        click("#rule-remove-confirm");
        until(() -> plant.rules().find(id).isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);

        until(() -> plant.rules().find(id).isPresent());
    }

    private void showVibration() {
        robot.interact(() -> console().showTrends(List.of(VIBRATION), Duration.ofMinutes(30)));
        until(() -> console().ready()
                && robot.lookup("#limit-handle-vibration").tryQuery().isPresent());
    }

    private Node handle() {
        return robot.lookup("#limit-handle-vibration").query();
    }

    private void dragHandle(double by) {
        robot.moveTo(handle()).press(MouseButton.PRIMARY).moveBy(0, by / 2).moveBy(0, by / 2);
        until(() -> visible("#limit-read-out"));
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Duration offDelay(RuleId id) {
        return plant.rules()
                .find(id)
                .map(AlarmRule::condition)
                .map(condition -> ((Condition.Limit) condition).delays().off())
                .orElse(Duration.ZERO);
    }

    private Console console() {
        return Objects.requireNonNull(shown);
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private String typed(String query) {
        return robot.lookup(query).<TextInputControl>query().getText();
    }

    private String chosen(String query) {
        return String.valueOf(robot.lookup(query).<ComboBox<?>>query().getValue());
    }

    private boolean disabled(String query) {
        return robot.lookup(query).<Node>query().isDisabled();
    }

    private boolean visible(String query) {
        return robot.lookup(query).tryQuery().filter(RuleClicksTest::seen).isPresent();
    }

    private static boolean seen(Node node) {
        return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }

    private void type(String query, String text) {
        robot.interact(() -> robot.lookup(query).queryTextInputControl().setText(text));
    }

    private void key(KeyCode code) {
        robot.press(code).release(code);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses a button that has the focus; a key counts as a click. */
    private void press(String query) {
        until(() -> robot.lookup(query).<Node>query().isFocused());
        key(KeyCode.SPACE);
        clicks++;
    }

    private void click(String query) {
        until(() -> visible(query) && !disabled(query));
        robot.clickOn(robot.lookup(query).<Node>query());
        clicks++;
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) {
        await().ignoreExceptions().until(condition);
    }
}
