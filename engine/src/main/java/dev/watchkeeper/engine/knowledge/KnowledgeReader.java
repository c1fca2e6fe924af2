package dev.watchkeeper.engine.knowledge;

import java.util.Optional;

/** Reads indexed documents, also those that ship with the product and lie in no folder. Thread-safe. */
public interface KnowledgeReader {
    /** The document that a place is in, opened there; empty where it is no longer indexed. */
    Optional<DocumentText> read(Place place);
}
