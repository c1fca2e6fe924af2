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

    private final Sight sight;
    private final Theme theme;
    private final int width;
    private final int height;

    /** @throws IllegalArgumentException when the size is not positive */
    public Snapshot(ScreenId screen, Theme theme, int width, int height) {
        this(Sight.of(screen), theme, width, height);
    }

    /** @throws IllegalArgumentException when the size is not positive */
    public Snapshot(Sight sight, Theme theme, int width, int height) {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels cannot be made");
        }
        this.sight = sight;
        this.theme = theme;
        this.width = width;
        this.height = height;
    }

    /**
     * Renders the screen once it has loaded and drawn its data, and writes the file. Not on the FX application thread.
     *
     * @param atMost how long to wait for the data
     * @throws IllegalArgumentException when the screen has no such part; the message names those it has
     * @throws TimeoutException when the screen was not ready in time; nothing is written then
     */
    public void write(ConsolePorts ports, Path file, Duration atMost) throws InterruptedException, TimeoutException {
        Toolkit.start();
        CompletableFuture<Image> image = new CompletableFuture<>();
        Executor ui = new UiExecutor();
        CompletableFuture<Sitting> sitting = CompletableFuture.supplyAsync(() -> new Sitting(ports, image), ui);
        sitting.exceptionally(failure -> {
            image.completeExceptionally(failure.getCause() == null ? failure : failure.getCause());
            return null;
        });
        try {
            PngFile.write(image.get(atMost.toMillis(), TimeUnit.MILLISECONDS), file);
        } catch (TimeoutException e) {
            throw new TimeoutException(
                    "the screen " + label() + " had no data to show within " + atMost.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the screen " + label() + " could not be rendered", e.getCause());
        } finally {
            sitting.handleAsync(
                            (seated, failure) -> {
                                if (seated != null) {
                                    seated.close();
                                }
                                return seated;
                            },
                            ui)
                    .join();
        }
    }

    private String label() {
        return sight.screen().label();
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
            console.navigate(sight.screen());
            Scene scene = new Scene(console.root(), width, height);
            console.dress(scene);
            sight.prepare().accept(console, ports);
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
