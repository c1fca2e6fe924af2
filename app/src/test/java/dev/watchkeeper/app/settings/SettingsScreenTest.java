package dev.watchkeeper.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.fx.UiExecutor;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.app.screen.Stylesheets;
import dev.watchkeeper.engine.signal.Subscription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The screen of settings as a user has it, with a mail server that answers and one that does not. */
@ExtendWith(ApplicationExtension.class)
class SettingsScreenTest {
    private static final double SIZE = 1_000;

    private final FakePlant plant = new FakePlant();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final FxRobot robot = new FxRobot();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private @Nullable Subscription attached;

    @Start
    void start(Stage stage) {
        mail.start();
        ScreenContext context = new ScreenContext(
                plant.clock(), new Formats(ZoneId.of("Europe/Berlin")), new FramePulse(), new UiExecutor(), background);
        SettingsScreen screen = new SettingsScreen(
                new SettingsPorts(plant.notifications()), new NoPart(), new NoPart(), context, false);
        Scene scene = new Scene(screen.root(), SIZE, SIZE);
        scene.getStylesheets().addAll(Stylesheets.url("light.css"), Stylesheets.url("watchkeeper.css"));
        attached = screen.attach();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        ((ToggleButton) screen.root().lookup("#section-channels")).fire();
    }

    @AfterEach
    void end() {
        robot.interact(() -> {
            if (attached != null) {
                attached.close();
            }
        });
        background.shutdownNow();
        mail.stop();
    }

    @Test
    void anEMailChannelIsAddedTriedOutAndKept() throws Exception {
        await().until(() -> !robot.lookup("#settings-add").queryButton().isDisabled());
        robot.clickOn("#settings-add");
        type("#field-label", "Operations mail");
        type("#field-host", "127.0.0.1");
        type("#field-port", Integer.toString(mail.getSmtp().getPort()));
        type("#field-from", "watch@example.com");
        choose("#field-security", "NONE");
        type("#test-address", "ada@example.com");

        robot.clickOn("#send-test");

        await().until(() -> answer().startsWith("Sent after"));
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getSubject()).contains("Operations mail");
        robot.clickOn("#settings-save");
        await().until(() -> plant.notifications().settings().channels().size() == 1);
        await().until(() -> text("#settings-outcome").equals("Channel Operations mail is added."));
        robot.clickOn("#settings-undo");
        await().until(() -> plant.notifications().settings().channels().isEmpty());
    }

    @Test
    void aServerThatDoesNotAnswerNeedNotBeWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            await().until(() -> !robot.lookup("#settings-add").queryButton().isDisabled());
            robot.clickOn("#settings-add");
            type("#field-label", "Silent");
            type("#field-host", "127.0.0.1");
            type("#field-port", Integer.toString(silent.getLocalPort()));
            type("#field-from", "watch@example.com");
            choose("#field-security", "NONE");
            type("#test-address", "ada@example.com");

            robot.clickOn("#send-test");
            await().until(() -> answer().startsWith("Sending"));
            robot.clickOn("#cancel-test");

            await().until(() -> answer().startsWith("Not waited for"));
            assertThat(robot.lookup("#send-test").queryButton().isDisabled()).isFalse();
        }
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAsOneTypes() {
        await().until(() -> !robot.lookup("#settings-add").queryButton().isDisabled());
        robot.clickOn("#settings-add");

        type("#field-port", "70000");
        assertThat(text("#problem-port")).isEqualTo("Enter a port from 1 to 65535.");
        type("#field-port", "587");

        assertThat(text("#problem-port")).isEmpty();
    }

    /** Stands where alarm rules and maintenance windows are, which have tests of their own. */
    private static final class NoPart implements Screen {
        private final Pane root = new Pane();

        @Override
        public ScreenId id() {
            return ScreenId.SETTINGS;
        }

        @Override
        public Parent root() {
            return root;
        }

        @Override
        public Subscription attach() {
            return () -> {};
        }

        @Override
        public boolean ready() {
            return true;
        }
    }

    private void type(String field, String text) {
        robot.interact(() -> {
            robot.lookup(field).queryTextInputControl().requestFocus();
            robot.lookup(field).queryTextInputControl().setText(text);
        });
    }

    private void choose(String field, String value) {
        robot.interact(() -> {
            var box = robot.lookup(field).<Field.Choice>queryComboBox();
            box.getItems().stream()
                    .filter(choice -> choice.value().equals(value))
                    .forEach(box::setValue);
        });
    }

    private String answer() {
        return text("#test-answer");
    }

    private String text(String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }
}
