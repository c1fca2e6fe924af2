package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
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

/** Where a Watchkeeper is only looked at, its alarms can be read and not handled, and a sentence says why. */
@ExtendWith(ApplicationExtension.class)
class ReadOnlyAlarmsTest {
    private static final double SIZE = 1_000;

    private final FakePlant plant = new FakePlant();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final FxRobot robot = new FxRobot();
    private final Desktop desktop =
            new Desktop((title, name) -> Optional.empty(), (title, pattern) -> Optional.empty(), page -> {});
    private @Nullable Console shown;

    @Start
    void start(Stage stage) {
        Console console = new Console(plant.ports(background, true), new FramePulse(), desktop, false);
        shown = console;
        console.navigate(ScreenId.ALARMS);
        Scene scene = new Scene(console.root(), SIZE, SIZE);
        console.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void end() {
        robot.interact(() -> Objects.requireNonNull(shown).close());
        background.shutdown();
    }

    @Test
    void everythingThatChangesAnAlarmIsOffAndASentenceSaysWhy() {
        await().ignoreExceptions()
                .until(() -> robot.lookup("#detail-shelve").query().isVisible());
        await().ignoreExceptions()
                .until(() -> robot.lookup(".acknowledge-group").tryQuery().isPresent());

        for (String control : new String[] {
            "#detail-own",
            "#detail-shelve",
            "#detail-service",
            "#detail-add-note",
            ".acknowledge-group",
            ".shelve-group",
            ".strip-alarm .acknowledge"
        }) {
            assertThat(robot.lookup(control).<Node>query().isDisabled())
                    .as(control)
                    .isTrue();
        }
        assertThat(robot.lookup("#detail-acknowledge").query().getParent().isVisible())
                .isFalse();
        assertThat(robot.lookup("#alarms-refusal").<Label>query().getText())
                .isEqualTo("Only looked at from here: handle its alarms in the Watchkeeper that runs this plant.");
    }

    @Test
    void theKeysDoNothingEither() {
        await().ignoreExceptions()
                .until(() ->
                        robot.lookup(".alarm-message").<Label>query().getText().startsWith("Bearing"));

        robot.clickOn("#alarm-table");
        robot.press(KeyCode.A).release(KeyCode.A);
        robot.press(KeyCode.S).release(KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(plant.alarms().find(new AlarmId("a-6")).orElseThrow().state())
                .isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(robot.lookup("#shelve-time-1").tryQuery()).isEmpty();
    }
}
