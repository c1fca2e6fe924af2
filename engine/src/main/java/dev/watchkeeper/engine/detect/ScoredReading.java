package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;

/** The score of one sensor at one moment, beside the value that was judged. */
public record ScoredReading(SensorId sensor, Instant time, double value, Score score) {}
