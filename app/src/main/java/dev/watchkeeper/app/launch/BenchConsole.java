package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.fx.Toolkit;
import dev.watchkeeper.app.fx.UiExecutor;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.app.shell.Console;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A console on an instance, on the Trends screen, in a window of its own; without a display the window is not seen. */
final class BenchConsole implements AutoCloseable {
    /** The screen of the headless platform is 1000 x 1000. */
    private static final int WIDTH = 1_000;

    private static final int HEIGHT = 900;

    private final Executor ui = new UiExecutor();
    private final Console console;
    private final Stage stage;

    private BenchConsole(Console console, Stage stage) {
        this.console = console;
        this.stage = stage;
    }

    /** Opens the window and calls back after each frame, on the FX application thread. */
    static BenchConsole open(Instance instance, Frame frame) throws InterruptedException {
        Toolkit.start();
        CompletableFuture<BenchConsole> opened = new CompletableFuture<>();
        new UiExecutor().execute(() -> {
            try {
                Console console = new Console(ConsoleWindow.ports(instance));
                Stage stage = new Stage();
                Scene scene = new Scene(console.root(), WIDTH, HEIGHT);
                console.dress(scene);
                stage.setScene(scene);
                stage.show();
                scene.addPostLayoutPulseListener(() -> frame.drawn(console));
                opened.complete(new BenchConsole(console, stage));
            } catch (RuntimeException e) {
                opened.completeExceptionally(e);
            }
        });
        return opened.join();
    }

    void showAlarms() {
        ui.execute(() -> console.navigate(ScreenId.ALARMS));
    }

    void showTrends(List<SensorId> sensors, Duration length) {
        ui.execute(() -> console.showTrends(sensors, length));
    }

    @Override
    public void close() {
        CompletableFuture.runAsync(
                        () -> {
                            console.close();
                            stage.close();
                        },
                        ui)
                .join();
    }

    /** Called after each frame. */
    @FunctionalInterface
    interface Frame {
        void drawn(Console console);
    }
}
