package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.plant.AlarmsStory;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.signal.AssetId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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

/** A night with alarms as an operator walks it, in a window without a display, with every click counted. */
@ExtendWith(ApplicationExtension.class)
class AlarmClicksTest {
    /** The screen of the toolkit's own headless platform has 1000 pixels each way. */
    private static final double SIZE = 1_000;

    private static final AlarmSource PUMP_2 = new AlarmSource(new AssetId("pump-2"), "novelty");

    private final FakePlant plant = AlarmsStory.told(new FakePlant());
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
    void aNotificationLandsOnItsAlarmWhichIsAcknowledgedWithANoteInThreeClicksAtMost() {
        robot.interact(() -> console().toast("Pump 2", "Vibration and bearing temperature", new AlarmId("a-7")));

        click(".toast-open");
        until(() -> text(".alarm-message").startsWith("Vibration and bearing"));
        assertThat(console().current()).isEqualTo(ScreenId.ALARMS);
        assertThat(inSight(".shares")).as("contributions are in sight").isTrue();
        assertThat(inSight(".guidance-block.action"))
                .as("what to do is in sight")
                .isTrue();
        assertThat(text(".respond")).matches("Respond within \\d+ min");
        click("#detail-note");
        robot.write("pump 3 runs");
        click("#detail-acknowledge");

        until(() -> alarm("a-7").state() == AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(alarm("a-7").acknowledgment().orElseThrow().note()).isEqualTo("pump 3 runs");
        assertThat(clicks).isLessThanOrEqualTo(3);
        assertThat(robot.lookup(".toast").tryQuery()).isEmpty();
    }

    @Test
    void anAlarmIsShelvedWithAReasonInThreeClicksAndTheShelfTakenBackInOneMore() {
        openAlarms();

        click("#detail-shelve");
        click("#shelve-reason-1");
        click("#shelve-time-2");

        until(() -> shelf(PUMP_2).isPresent());
        assertThat(clicks).isEqualTo(3);
        Suppression shelf = shelf(PUMP_2).orElseThrow();
        assertThat(shelf.kind()).isEqualTo(Suppression.Kind.SHELVED);
        assertThat(shelf.why()).isEqualTo("Chattering");
        assertThat(shelf.by()).isEqualTo("m.weber");
        assertThat(shelf.until()).contains(plant.clock().instant().plus(Duration.ofHours(1)));
        until(() -> text("#alarm-tab-shelved").equals("Shelved  3"));

        click("#handled-undo");

        until(() -> shelf(PUMP_2).isEmpty());
    }

    @Test
    void aShelfHasNoTimeToChooseBeforeThereIsAReasonAndEscapeLeavesItAlone() {
        openAlarms();
        click("#detail-shelve");

        assertThat(robot.lookup("#shelve-time-1").query().isDisabled()).isTrue();
        click("#shelve-reason-text");
        robot.write("gasket");
        assertThat(robot.lookup("#shelve-time-1").query().isDisabled()).isFalse();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

        until(() -> robot.lookup("#shelve-time-1").tryQuery().isEmpty());
        assertThat(shelf(PUMP_2)).isEmpty();
    }

    @Test
    void aSourceIsTakenOutOfServiceAfterAQuestionThatNamesItAndItsStates() {
        openAlarms();

        click("#detail-service");
        assertThat(text(".confirm-popup .popup-title")).isEqualTo("Take Pump 2, unusual pattern out of service?");
        assertThat(text(".confirm-popup .popup-message")).contains("From “active, unacknowledged” to “out of service”");
        assertThat(robot.lookup("#popup-confirm").query().isDisabled()).isTrue();
        robot.write("work order 12");
        click("#popup-confirm");

        until(() -> plant.alarms().suppressions().stream()
                .anyMatch(one -> one.source().equals(PUMP_2) && one.why().equals("work order 12")));
    }

    @Test
    void whatIsShelvedIsListedWithItsReasonAndEndAndComesBackByOneClick() {
        openAlarms();
        click("#alarm-tab-shelved");
        until(() -> rows("#hidden-table") == 2);
        clicks = 0;

        click(".hidden-end");

        until(() -> rows("#hidden-table") == 1);
        assertThat(clicks).isEqualTo(1);
    }

    @Test
    void fromTheFiguresTheWorstActorLeadsToARuleToRehearse() {
        openAlarms();

        click("#alarm-tab-kpis");
        until(() -> rows("#actor-table") == 10);
        click(topmost(".rehearse"));

        until(() -> visible("#rule-title"));
        assertThat(robot.lookup("#rule-on-delay").queryAs(TextField.class).getText())
                .isEqualTo("10 s");
        assertThat(clicks).isEqualTo(2);
    }

    @Test
    void inAFloodTheBannerLeadsToTheFirstOutWhoseGroupIsAcknowledgedInFourClicksAtMost() {
        AlarmsStory.flooding(plant);
        plant.raise("Level rises faster than usual");
        until(() -> visible(".flood-bar"));
        assertThat(text(".flood-head")).startsWith("Alarm flood: 39 alarms on 7 assets since 03:05:45");

        click("#flood-show");
        assertThat(console().current()).isEqualTo(ScreenId.ALARMS);
        until(() -> text(".alarm-message").startsWith("Bearing temperature is higher"));
        until(() -> robot.lookup(".acknowledge-group").tryQuery().isPresent());
        click(topmost(".acknowledge-group"));

        until(() -> plant.alarms().current().stream()
                .filter(alarm -> alarm.asset().equals(PUMP_2.asset()))
                .allMatch(alarm -> alarm.state().acknowledged()));
        assertThat(clicks).isLessThanOrEqualTo(4);
        assertThat(plant.alarms().current()).anyMatch(alarm -> !alarm.state().acknowledged());
    }

    @Test
    void whoeverTakesAnAlarmIsNamedAndNotesStandInItsJournal() {
        openAlarms();

        click("#detail-own");
        until(() -> alarm("a-6").handling().owner().equals(Optional.of("m.weber")));
        until(() -> text("#detail-own").equals("Leave it"));
        click("#detail-add-note");
        robot.write("grease ordered");
        click("#popup-confirm");

        until(() -> plant.alarms().journal(new AlarmId("a-6")).stream()
                .anyMatch(entry ->
                        entry.kind() == JournalEntry.Kind.NOTED && entry.text().equals("grease ordered")));
    }

    @Test
    void theJournalIsFilteredCheckedAndSavedWithoutFormulas() throws Exception {
        plant.alarms().note(new AlarmId("a-6"), "=2+5", "m.weber");
        openAlarms();
        click("#alarm-tab-journal");
        until(() -> text("#journal-seal").startsWith("Sealed up to"));
        click("#journal-text");
        robot.write("=2");
        until(() -> rows("#journal-table") == 1);
        saveTo = Optional.of(folder.resolve("journal.csv"));

        click("#journal-export");

        until(() -> text("#journal-outcome").equals("1 line written to journal.csv."));
        List<String> lines = Files.readAllLines(folder.resolve("journal.csv"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("NOTED,pump-2,m.weber,'=2+5,");
    }

    @Test
    void aShiftReportIsSavedAsPdf() {
        openAlarms();
        click("#alarm-tab-kpis");
        until(() -> rows("#actor-table") == 10);
        saveTo = Optional.of(folder.resolve("shift.pdf"));

        click("#shift-report");
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        until(() -> text("#report-outcome").equals("shift.pdf is written."));
        until(() -> Files.size(folder.resolve("shift.pdf")) > 2_000);
    }

    private void openAlarms() {
        click("#navigate-alarms");
        until(() -> WaitForAsyncUtils.asyncFx(() -> console().ready()).get());
        until(() -> text(".alarm-message").startsWith("Bearing temperature is higher"));
        clicks = 0;
    }

    private Console console() {
        return Objects.requireNonNull(shown);
    }

    private Alarm alarm(String id) {
        return plant.alarms().find(new AlarmId(id)).orElseThrow();
    }

    private Optional<Suppression> shelf(AlarmSource source) {
        return plant.alarms().suppressions().stream()
                .filter(one -> one.source().equals(source) && one.kind().slot() == Suppression.Slot.SHELF)
                .findFirst();
    }

    private int rows(String table) {
        return robot.lookup(table).queryAs(TableView.class).getItems().size();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private boolean visible(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    /** Whether the middle of something lies in the window. */
    private boolean inSight(String query) {
        Node node = robot.lookup(query).query();
        var bounds = node.localToScene(node.getBoundsInLocal());
        return bounds.getCenterY() > 0 && bounds.getMinY() < SIZE && bounds.getHeight() > 0;
    }

    private Node topmost(String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(Node::isVisible)
                .min(Comparator.comparingDouble(node -> node.localToScene(0, 0).getY()))
                .orElseThrow();
    }

    private void click(String query) {
        until(() -> visible(query) && !robot.lookup(query).<Node>query().isDisabled());
        click(robot.lookup(query).<Node>query());
    }

    private void click(Node node) {
        robot.clickOn(node);
        clicks++;
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) {
        await().ignoreExceptions().until(condition);
    }
}
