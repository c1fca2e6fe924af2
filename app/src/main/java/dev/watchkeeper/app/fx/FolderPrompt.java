package dev.watchkeeper.app.fx;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a folder. */
@FunctionalInterface
public interface FolderPrompt {
    /**
     * Asks on the UI thread and waits for the answer.
     *
     * @return empty when the user thinks better of it
     */
    Optional<Path> ask(String title);
}
