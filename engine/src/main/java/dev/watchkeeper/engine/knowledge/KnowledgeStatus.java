package dev.watchkeeper.engine.knowledge;

import java.nio.file.Path;
import java.util.List;

/**
 * How far the documents are indexed.
 *
 * @param folders those of the operator, in the order in which they were added
 * @param documents how many are found in, shipped ones included
 * @param passages how many they have together
 * @param done of the documents that have to be read now, how many have been
 * @param toDo how many have to be read now; 0 while nothing is indexed
 * @param reading the name of the document that is being read; empty while none is
 * @param problems of documents that are not found in, or not wholly
 * @param sentence for the operator: how it stands, and what to do where something is the matter
 */
public record KnowledgeStatus(
        State state,
        List<Folder> folders,
        int documents,
        int passages,
        int done,
        int toDo,
        String reading,
        List<Problem> problems,
        String sentence) {
    /** Before anything is known. */
    public static final KnowledgeStatus WAITING =
            new KnowledgeStatus(State.WAITING, List.of(), 0, 0, 0, 0, "", List.of(), "Documents are looked at soon.");

    public KnowledgeStatus {
        folders = List.copyOf(folders);
        problems = List.copyOf(problems);
    }

    /** What is being done. */
    public enum State {
        /** The first look is still to come. */
        WAITING,
        /** Folders are looked through for what has changed. */
        LOOKING,
        /** What has changed is read. */
        INDEXING,
        /** All is indexed as it lies in the folders. */
        UP_TO_DATE,
        /** The operator has stopped indexing; what was read is found. */
        STOPPED,
        /** It cannot go on; the sentence says why. */
        FAILED
    }

    /**
     * A folder that is watched.
     *
     * @param reachable whether it is there now; while not, its documents stay as they were
     * @param documents how many are in it
     */
    public record Folder(Path path, boolean reachable, int documents) {}

    /**
     * A document with something the matter.
     *
     * @param document its address, as a URI
     * @param name of its file
     * @param reason a sentence: what is the matter and what to do
     */
    public record Problem(String document, String name, String reason) {}
}
