package dev.watchkeeper.app.fx;

import java.net.URI;
import javafx.application.Application;
import javafx.stage.Stage;

/** The desktop's own browser. */
public final class DesktopBrowser implements Browser {
    @Override
    public void open(URI page) {
        new Services().getHostServices().showDocument(page.toString());
    }

    /** The toolkit reaches the desktop through an application only; this one is never launched. */
    private static final class Services extends Application {
        @Override
        public void start(Stage stage) {
            throw new IllegalStateException("the console is not launched as an application");
        }
    }
}
