package dev.watchkeeper.engine.model.desk;

import java.time.Instant;

/** How the last training of an asset stands. */
public sealed interface TrainingState {
    /** There was none since the program started. */
    record Idle() implements TrainingState {
        public static final Idle IDLE = new Idle();
    }

    /**
     * It runs, or waits for the training of another asset to end.
     *
     * @param done in [0, 1], never less than before
     * @param sentence what is being done
     */
    record Running(double done, String sentence, Instant startedAt, String by, RetrainCause cause)
            implements TrainingState {}

    /**
     * It made a version, which is now the challenger.
     *
     * @param number the version's
     * @param sentence what it was trained on, and why on that
     */
    record Finished(int number, String sentence, Instant at) implements TrainingState {}

    /** There is no version; the sentence says why and what to do. */
    record Failed(String sentence, Instant at) implements TrainingState {}

    /** Somebody ended it; there is no version. */
    record Cancelled(String by, Instant at) implements TrainingState {}

    default boolean isRunning() {
        return this instanceof Running;
    }
}
