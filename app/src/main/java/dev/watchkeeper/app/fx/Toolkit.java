package dev.watchkeeper.app.fx;

import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/** The FX toolkit of this process. */
public final class Toolkit {
    private Toolkit() {}

    /**
     * Lets the toolkit draw in memory alone, with windows that nobody sees. Before the toolkit has started; a
     * platform that was named on the command line stays.
     */
    public static void drawWithoutDisplay() {
        if (System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
    }

    /**
     * Starts the toolkit if it does not run yet, and waits until it does. Not on the FX application thread. From
     * then on the toolkit stays, with or without a window.
     *
     * @throws UnsupportedOperationException when there is no display
     */
    public static void start() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(started::countDown);
        }
        Platform.setImplicitExit(false);
        started.await();
    }

    /** Whether the desktop asks for dark windows. FX application thread. */
    public static boolean prefersDark() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    }

    /** Whether the desktop asks for nothing to move that need not. FX application thread. */
    public static boolean prefersReducedMotion() {
        return Platform.getPreferences().isReducedMotion();
    }
}
