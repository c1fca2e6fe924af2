package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.signal.AssetId;

/**
 * What became of a replay's readings of an asset; follows the last detection that they gave rise to.
 *
 * @param run names the replay, as its {@link EndOfRun} does
 * @param accepted readings that were scored
 * @param late readings that came too late to be scored, or a second time
 * @param rejected records that went to the rejects topic
 */
public record RunSummary(AssetId asset, String run, long accepted, long late, long rejected)
        implements DetectionRecord {
    /** The longest name of a run, in characters. */
    public static final int LONGEST_RUN = 128;

    /** Stands in place of a replay's name where the counts are an asset's totals, told while they grow. */
    public static final String TOTALS = "totals";

    /** @throws IllegalArgumentException when the run's name is blank or too long, or a count is negative */
    public RunSummary {
        checkRun(run);
        if (accepted < 0 || late < 0 || rejected < 0) {
            throw new IllegalArgumentException(
                    "a count of run " + run + " is negative: " + accepted + ", " + late + ", " + rejected);
        }
    }

    static void checkRun(String run) {
        if (run.isBlank() || run.length() > LONGEST_RUN) {
            throw new IllegalArgumentException(
                    "the name of a run is blank or has more than " + LONGEST_RUN + " characters");
        }
    }
}
