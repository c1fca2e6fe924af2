package dev.watchkeeper.engine.knowledge.document;

import java.io.IOException;

/** Reads documents of one format. */
interface FormatReader {
    /** The largest file, in bytes, that is read. */
    long largest();

    /**
     * Hands on the blocks of a document until there are no more or no more are wanted.
     *
     * @return the title that the document gives itself; empty where it gives none
     */
    String read(DocumentSource source, BlockSink sink) throws IOException, UnreadableDocument;
}
