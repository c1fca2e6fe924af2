package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.Verdict;

/**
 * What came of one sample of an asset.
 *
 * @param timeMillis event time of its newest reading, in milliseconds since 1970
 */
public record JudgedSample(long timeMillis, Verdict verdict) {}
