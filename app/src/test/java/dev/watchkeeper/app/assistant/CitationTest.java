package dev.watchkeeper.app.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.fx.UiExecutor;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.app.screen.Stylesheets;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The pane as a user has it: what an answer cites is opened and read at its place. */
@ExtendWith(ApplicationExtension.class)
class CitationTest {
    private static final double WIDTH = 380;
    private static final double HEIGHT = 700;
    private static final String CITED = "Switch to the standby pump before you stop";

    private final FakePlant plant = new FakePlant();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final FxRobot robot = new FxRobot();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<String> opened = new AtomicReference<>("");

    @Start
    void start(Stage stage) {
        ScreenContext context = new ScreenContext(
                plant.clock(), new Formats(ZoneId.of("Europe/Berlin")), new FramePulse(), new UiExecutor(), background);
        AssistantPane pane = new AssistantPane(
                plant.helpdesk().ports(), context, new Trace(), text -> {}, "m.weber", false, () -> closed.set(true));
        Scene scene = new Scene(pane.root(), WIDTH, HEIGHT);
        scene.getStylesheets().addAll(Stylesheets.url("light.css"), Stylesheets.url("watchkeeper.css"));
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        pane.ask("how do I handle a hot bearing?");
    }

    @AfterEach
    void end() {
        background.shutdownNow();
    }

    private void openCitation() {
        await().until(() -> robot.lookup(".chip.document").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".chip.document").queryButton().fire());
        await().until(() -> robot.lookup("#cited-passage").tryQuery().isPresent());
    }

    @Test
    void aChipOpensTheDocumentWithTheCitedPassageMarkedAndInSight() {
        openCitation();

        Label cited = robot.lookup("#cited-passage").queryAs(Label.class);
        assertThat(cited.getText()).startsWith(CITED);
        assertThat(robot.lookup("#document-title").queryAs(Label.class).getText())
                .isEqualTo("Runbook: pump bearings");
        assertThat(robot.lookup("First steps").tryQuery()).isPresent();
        await().until(() -> inSight(cited));
    }

    private static boolean inSight(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return bounds.getMinY() > 40 && bounds.getMaxY() < HEIGHT - 40;
    }

    @Test
    void escapeLeadsBackToTheAnswerAndThenOutOfThePane() {
        openCitation();

        robot.interact(() -> robot.lookup("#document-back").queryButton().requestFocus());
        robot.push(KeyCode.ESCAPE);
        await().until(() -> robot.lookup("#cited-passage").tryQuery().isEmpty());
        boolean closedAtOnce = closed.get();
        robot.push(KeyCode.ESCAPE);

        assertThat(closedAtOnce).isFalse();
        await().untilTrue(closed);
    }

    @Test
    void whatLiesFarAwayInTheDocumentComesByAButton() {
        openCitation();
        boolean before = robot.lookup("Round 1").tryQuery().isPresent();

        robot.interact(
                () -> robot.lookup("Show what comes before").queryButton().fire());

        assertThat(before).isFalse();
        await().until(() -> robot.lookup("Round 1").tryQuery().isPresent());
    }

    @Test
    void aDocumentThatIsGoneStillShowsWhatWasCited() {
        plant.helpdesk().documents().forget();

        openCitation();

        assertThat(robot.lookup("#cited-passage").queryAs(Label.class).getText())
                .startsWith(CITED);
        assertThat(robot.lookup(
                                "The document is no longer among those that are indexed. This is the passage as it was cited.")
                        .tryQuery())
                .isPresent();
    }

    @Test
    void theLanguageModelAndTheFoldersAreSetUpInOnePlace() {
        robot.interact(() -> robot.lookup("Set up").queryButton().fire());

        assertThat(opened.get()).isEqualTo("SETTINGS assistant");
    }

    /** Notes where it was led to. */
    private final class Trace implements Navigator {
        @Override
        public void openTrends(List<SensorId> sensors) {
            opened.set("trends");
        }

        @Override
        public void openTrends(List<SensorId> sensors, TimeSpan span) {
            opened.set("trends");
        }

        @Override
        public void openAlarm(AlarmId alarm) {
            opened.set("alarm");
        }

        @Override
        public void openModel(AssetId asset) {
            opened.set("model");
        }

        @Override
        public void open(ScreenId screen) {
            opened.set(screen.name());
        }

        @Override
        public void open(ScreenId screen, String part) {
            opened.set(screen.name() + " " + part);
        }

        @Override
        public void ask(AlarmId alarm) {
            opened.set("ask");
        }

        @Override
        public void ask(List<SensorId> sensors, TimeSpan span) {
            opened.set("ask");
        }

        @Override
        public void openRule(RuleDraft draft) {
            opened.set("rule");
        }
    }
}
