package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.model.TrainedPart;
import java.util.List;

/**
 * Trains all parts of one kind for an asset. What it reads and counts it notes in {@link Training#uses}: windows and readings
 * of each part; its parts are noted by the {@link Trainer}. It may fit on the training part of the split only, must not
 * touch the test part, and begins no window of validation before the purge gap. Stateless: any thread may use it.
 */
@FunctionalInterface
public interface PartTrainer {
    /**
     * Trains and measures.
     *
     * @return none where there is too little to train on
     * @throws java.util.concurrent.CancellationException when training was cancelled
     */
    List<TrainedPart> train(Training training, Progress progress);
}
