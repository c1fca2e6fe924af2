package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.fx.PngFile;
import dev.watchkeeper.app.fx.Pulse;
import dev.watchkeeper.app.fx.Toolkit;
import dev.watchkeeper.app.fx.UiExecutor;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.signal.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.image.Image;

/**
 * Makes a picture of a screen as a file, with live data. Without a display, {@link Toolkit#drawWithoutDisplay} comes
 * first.
 */
public final class Snapshot {
    private static final Duration LOOK = Duration.ofMillis(100);
    /** A screen counts as ready after this many looks in a row. */
    private static final int STEADY_LOOKS = 4;

    private static final Desktop NO_DESKTOP =
            new Desktop((title, name) -> Optional.empty(), (title, pattern) -> Optional.empty(), page -> {});

    private final ScreenId screen;
    private final Theme theme;
    private final int width;
    private final int height;
    private final String question;

    /** @throws IllegalArgumentException when the size is not positive */
    public Snapshot(ScreenId screen, Theme theme, int width, int height) {
        this(screen, theme, width, height, "");
    }

    /**
     * One with the assistant beside the screen.
     *
     * @param question what it is asked; blank for a picture without it
     * @throws IllegalArgumentException when the size is not positive
     */
    public Snapshot(ScreenId screen, Theme theme, int width, int height, String question) {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels cannot be made");
        }
        this.screen = screen;
        this.theme = theme;
        this.width = width;
        this.height = height;
        this.question = question;
    }

    /**
     * Renders the screen once it has loaded and drawn its data, and writes the file. Not on the FX application thread.
     *
     * @param atMost how long to wait for the data
     * @throws TimeoutException when the screen was not ready in time; nothing is written then
     */
    public void write(ConsolePorts ports, Path file, Duration atMost) throws InterruptedException, TimeoutException {
        Toolkit.start();
        CompletableFuture<Image> image = new CompletableFuture<>();
        Executor ui = new UiExecutor();
        CompletableFuture<Sitting> sitting = CompletableFuture.supplyAsync(() -> new Sitting(ports, image), ui);
        try {
            PngFile.write(image.get(atMost.toMillis(), TimeUnit.MILLISECONDS), file);
        } catch (TimeoutException e) {
            throw new TimeoutException(
                    "the screen " + screen.label() + " had no data to show within " + atMost.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the screen " + screen.label() + " could not be rendered", e.getCause());
        } finally {
            sitting.thenAcceptAsync(Sitting::close, ui).join();
        }
    }

    /** One console in a scene of the wanted size that has no window, watched until it is ready. */
    private final class Sitting {
        private final Console console;
        private final Subscription watch;
        private int ready;

        Sitting(ConsolePorts ports, CompletableFuture<Image> image) {
            Pulse pulse = new FramePulse();
            console = new Console(ports, pulse, NO_DESKTOP, false);
            console.setTheme(theme);
            console.navigate(screen);
            if (!question.isBlank()) {
                console.ask(question);
            }
            Scene scene = new Scene(console.root(), width, height);
            console.dress(scene);
            watch = pulse.every(LOOK, () -> look(scene, image));
        }

        private void look(Scene scene, CompletableFuture<Image> image) {
            console.root().resize(width, height);
            console.root().applyCss();
            console.root().layout();
            ready = console.ready() ? ready + 1 : 0;
            if (ready >= STEADY_LOOKS && !image.isDone()) {
                image.complete(scene.snapshot(null));
            }
        }

        void close() {
            watch.close();
            console.close();
        }
    }
}
