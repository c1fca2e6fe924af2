package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;

/**
 * The readings of a sensor that were used for a part, those that windows reach back to included.
 *
 * @param span from the first of them to just after the last
 */
public record ReadingUse(SensorId sensor, Part part, TimeSpan span) {}
