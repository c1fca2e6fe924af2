package dev.watchkeeper.app.fx;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user which file is to be read. */
@FunctionalInterface
public interface OpenPrompt {
    /**
     * Asks on the UI thread and waits for the answer.
     *
     * @param pattern of the names that are offered, such as {@code *.csv}
     * @return empty when the user thinks better of it
     */
    Optional<Path> ask(String title, String pattern);
}
