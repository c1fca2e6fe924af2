package dev.watchkeeper.app.fx;

import java.net.URI;

/** Shows pages of the web to the user. */
@FunctionalInterface
public interface Browser {
    /** Opens a page; called on the UI thread, returns at once. */
    void open(URI page);
}
