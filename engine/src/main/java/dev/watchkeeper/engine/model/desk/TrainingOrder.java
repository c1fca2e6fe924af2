package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;

/**
 * A training that was asked for.
 *
 * @param id names it; no other has it
 * @param promote whether the version is to become champion at once
 * @param at clock time
 */
public record TrainingOrder(String id, AssetId asset, RetrainRequest request, boolean promote, Instant at) {}
