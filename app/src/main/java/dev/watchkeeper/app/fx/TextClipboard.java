package dev.watchkeeper.app.fx;

/** Takes text that the user wants to paste elsewhere. UI thread. */
@FunctionalInterface
public interface TextClipboard {
    void put(String text);
}
