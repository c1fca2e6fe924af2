package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.model.deploy.ModelUpdate;
import java.util.UUID;

/**
 * An update as it was published.
 *
 * @param id tells the same update that is read twice from one that is published twice
 */
public record ModelPublishing(UUID id, ModelUpdate update) {}
