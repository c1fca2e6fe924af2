package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;

/**
 * A label that was used in a part.
 *
 * @param span the time that it speaks of
 * @param knownAt when it was given
 */
public record LabelUse(AssetId asset, Part part, TimeSpan span, Instant knownAt) {}
