package dev.watchkeeper.app.fx;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user where a file is to be saved. */
@FunctionalInterface
public interface SavePrompt {
    /**
     * Asks on the UI thread and waits for the answer.
     *
     * @param suggestedName with its extension
     * @return empty when the user thinks better of it
     */
    Optional<Path> ask(String title, String suggestedName);
}
