package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.drift.FeatureDrift;
import java.time.Instant;

/**
 * A point of a drift curve.
 *
 * @param at the end of the windows that it tells of
 */
public record DriftPoint(Instant at, FeatureDrift drift) {}
