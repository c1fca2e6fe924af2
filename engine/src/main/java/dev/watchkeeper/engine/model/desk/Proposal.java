package dev.watchkeeper.engine.model.desk;

import java.time.Instant;

/**
 * A training that the desk advises and nobody has started yet.
 *
 * @param since event time at which the reason for it began
 * @param sentence such as "Outlet temperature drifts since …: retrain?"
 */
public record Proposal(RetrainCause cause, Instant since, String sentence) {}
