package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.assistant.AssistantPane;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.settings.SettingsBook;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.scene.Cursor;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Where the assistant docks: at the right of every screen, as wide as it was left, or not at all. FX application thread only. */
final class AssistantDock extends HBox {
    private static final Setting<Double> WIDTH = new Setting<>("assistant.width", Double.class, 380.0);
    private static final double LEAST = 300;
    /** The most of a narrow window that the pane takes, so that a screen beside it needs no scrolling. */
    private static final double SHARE = 0.265;

    private static final double MOST = 640;

    private final AssistantPane pane;
    private double wanted = WIDTH.byDefault();

    /**
     * One that is closed.
     *
     * @param make makes the pane from what closes it
     */
    AssistantDock(Function<Runnable, AssistantPane> make, SettingsBook settings, Executor background, Executor ui) {
        pane = make.apply(() -> open(false));
        getStyleClass().add("assistant-dock");
        Region grip = new Region();
        grip.getStyleClass().add("grip");
        grip.setCursor(Cursor.H_RESIZE);
        grip.setOnMouseDragged(event -> want(getWidth() - event.getX()));
        grip.setOnMouseReleased(event -> {
            double left = wanted;
            background.execute(() -> settings.set(WIDTH, left));
        });
        HBox.setHgrow(pane.root(), Priority.ALWAYS);
        getChildren().addAll(grip, pane.root());
        setMinWidth(LEAST);
        background.execute(() -> {
            double left = settings.get(WIDTH);
            ui.execute(() -> want(left));
        });
        open(false);
    }

    private static double limited(double width) {
        return Math.max(LEAST, Math.min(MOST, width));
    }

    @Override
    protected double computePrefWidth(double height) {
        return getScene() == null
                ? wanted
                : Math.max(LEAST, Math.min(wanted, getScene().getWidth() * SHARE));
    }

    private void want(double width) {
        wanted = limited(width);
        requestLayout();
    }

    void toggle() {
        open(!isVisible());
    }

    private void open(boolean is) {
        setVisible(is);
        setManaged(is);
        if (is) {
            pane.warmUp();
            pane.focus();
        }
    }

    void beside(ScreenId screen) {
        pane.beside(screen);
    }

    /** Which alarm is selected on the screen of alarms. */
    void selected(@Nullable AlarmId alarm) {
        pane.selected(alarm);
    }

    /** Opens the document that the last answer cites first, if it cites one. */
    void openCitation() {
        pane.openCitation();
    }

    void ask(String question) {
        open(true);
        pane.ask(question);
    }

    void ask(AlarmId alarm) {
        open(true);
        pane.ask(alarm);
    }

    void ask(List<SensorId> sensors, TimeSpan span) {
        open(true);
        pane.ask(sensors, span);
    }

    /** Whether there is nothing that is still to be shown. */
    boolean ready() {
        return !isVisible() || pane.ready();
    }
}
