package dev.watchkeeper.engine.knowledge.embed;

/** Turns texts into vectors whose scalar product says how alike the texts are in meaning. Thread-safe. */
public interface Embedder {
    /** How many numbers a vector has. */
    int DIMENSIONS = 384;

    /**
     * The vector of a text, of length 1; texts longer than the model sees count by their beginning.
     *
     * @throws IllegalStateException when the model cannot be used on this machine; the message says why
     */
    float[] embed(String text);
}
