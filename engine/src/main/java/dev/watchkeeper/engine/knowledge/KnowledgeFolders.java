package dev.watchkeeper.engine.knowledge;

import java.nio.file.Path;
import java.util.function.Consumer;

/** The folders whose documents are indexed, and how far that is. Thread-safe; nothing here waits for the indexing. */
public interface KnowledgeFolders {
    KnowledgeStatus status();

    /**
     * Watches a folder and all below it from now on.
     *
     * @throws IllegalArgumentException when it is no folder, or is watched already, by itself or inside another; the message is a
     *     sentence for the operator
     */
    void add(Path folder);

    /** No longer watches a folder; its documents are no longer found. Nothing happens to the files. */
    void remove(Path folder);

    /** Looks through the folders now; goes on after {@link #cancel}. */
    void refresh();

    /** Stops indexing until {@link #refresh} or the next start. What was read is kept. */
    void cancel();

    /** Calls whenever the status changes, in a thread of the indexing, until closed. */
    AutoCloseable onChange(Consumer<KnowledgeStatus> listener);
}
