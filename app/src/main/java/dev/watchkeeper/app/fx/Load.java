package dev.watchkeeper.app.fx;

/** Where a background load stands. */
public sealed interface Load<T> {
    /** Nothing has come yet. */
    record Loading<T>() implements Load<T> {}

    /** It has come. */
    record Ready<T>(T value) implements Load<T> {}

    /**
     * It failed.
     *
     * @param sentence what to tell the operator
     */
    record Failed<T>(String sentence) implements Load<T> {}
}
