package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.fx.Toolkit;
import dev.watchkeeper.app.fx.UiExecutor;
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
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final Executor ui = new UiExecutor();
    private final Console console;
    private final Stage stage;

    private BenchConsole(Console console, Stage stage) {
        this.console = console;
        this.stage = stage;
    }

    static void renderInMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /** Opens the window and calls back after each frame, on the FX application thread. */
    static BenchConsole open(Instance instance, Frame frame) throws InterruptedException {
        Toolkit.start();
        CompletableFuture<BenchConsole> opened = new CompletableFuture<>();
        new UiExecutor().execute(() -> {
            try {
                Console console = new Console(ConsoleWindow.ports(instance));
                Stage stage = new Stage();
                console.show(stage);
                stage.setWidth(WIDTH);
                stage.setHeight(HEIGHT);
                Scene scene = stage.getScene();
                scene.addPostLayoutPulseListener(() -> frame.drawn(console));
                opened.complete(new BenchConsole(console, stage));
            } catch (RuntimeException e) {
                opened.completeExceptionally(e);
            }
        });
        return opened.join();
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
