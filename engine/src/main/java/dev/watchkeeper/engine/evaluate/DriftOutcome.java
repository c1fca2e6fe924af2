package dev.watchkeeper.engine.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * What the drift watch made of one stream.
 *
 * @param changeAfter after how many readings from the change on a feature was first found changed; null when none was
 * @param driftAfter after how many readings from the change on one was first found drifting; null when none was
 * @param falseChanges how often a feature was found changed where nothing had changed
 * @param falseDrifts how often one was found drifting where nothing had changed
 * @param calm how many readings there were in which nothing had changed
 * @param feature the code of the feature that was found first; empty when none was
 * @param startError how many readings after the true change the verdict puts the start; null without a verdict
 */
record DriftOutcome(
        DriftStream stream,
        @Nullable Integer changeAfter,
        @Nullable Integer driftAfter,
        int falseChanges,
        int falseDrifts,
        int calm,
        String feature,
        @Nullable Integer startError) {}
