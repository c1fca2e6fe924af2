package dev.watchkeeper.engine.knowledge;

/** The indexed documents, as those who ask see them. Thread-safe; answers while documents are being indexed. */
public interface Knowledge {
    /**
     * What the documents say to a question.
     *
     * @param most how many passages at most
     */
    Finding find(String question, int most);
}
