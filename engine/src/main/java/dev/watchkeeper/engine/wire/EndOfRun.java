package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.signal.AssetId;

/**
 * The mark after the last reading that a replay sends for an asset.
 *
 * @param run names the replay; at most {@link RunSummary#LONGEST_RUN} characters
 */
public record EndOfRun(AssetId asset, String run) implements StreamRecord {
    /** @throws IllegalArgumentException when the run's name is blank or too long */
    public EndOfRun {
        RunSummary.checkRun(run);
    }
}
