package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;

/**
 * From now on the detection job runs this version in this role.
 *
 * @param number the version's; {@value #NONE} where the role was withdrawn: as champion then judge the detectors that learn as
 *     they go
 * @param at when the job took it, by its clock
 */
public record Takeover(AssetId asset, Role role, int number, Instant at) implements DeploymentNews {
    /** Stands for no trained model. */
    public static final int NONE = 0;

    /** @throws IllegalArgumentException when the number is negative */
    public Takeover {
        if (number < NONE) {
            throw new IllegalArgumentException("number of a model of " + asset + " is negative: " + number);
        }
    }
}
