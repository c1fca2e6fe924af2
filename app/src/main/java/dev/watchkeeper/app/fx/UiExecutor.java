package dev.watchkeeper.app.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs tasks on the FX application thread: at once when called there, otherwise soon and in order. */
public final class UiExecutor implements Executor {
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
