package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;

/**
 * The detection job could not take a version, and goes on as before. What was refused is among the rejected records, too.
 *
 * @param number the version's
 * @param sentence why, for the operator
 * @param at when the job tried, by its clock
 */
public record Refused(AssetId asset, Role role, int number, String sentence, Instant at) implements DeploymentNews {}
