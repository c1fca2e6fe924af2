package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where trainings are ordered, and how they go: how one process asks the one that has the data directory, and looks on.
 * Thread-safe, for several processes at once; what a method wrote survives the end of the process when it returns.
 */
public interface TrainingBook {
    /** Orders a training; it waits until somebody {@link #take takes} it. */
    void order(TrainingOrder order);

    /** Those that wait, the oldest first. */
    List<TrainingOrder> waiting();

    /**
     * Takes one that waits, which is then running.
     *
     * @return false when it does not wait any more
     */
    boolean take(String id);

    /** Tells how far one is. */
    void progress(String id, double done, String sentence);

    /** Asks for the end of one that waits or runs; does nothing when it has ended. */
    void cancel(String id, String user);

    /** Who asked for its end; empty when nobody did. */
    Optional<String> cancelledBy(String id);

    /** Ends one with what came of it; does nothing when it has ended already. */
    void end(String id, TrainingState outcome);

    /** How one stands; empty when there is none. */
    Optional<TrainingState> state(String id);

    /** How the newest training of each asset stands. */
    Map<AssetId, TrainingState> newest();

    /**
     * Ends as failed what was left waiting or running by a process that is gone.
     *
     * @return what was ended
     */
    List<TrainingOrder> abandon(String sentence, Instant at);
}
