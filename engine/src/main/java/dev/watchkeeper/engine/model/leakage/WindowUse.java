package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;

/**
 * A window that counted in a part: features or a score were taken from its readings.
 *
 * @param span from its first reading to just after its last; one use may stand for many windows that hang together
 */
public record WindowUse(SensorId sensor, Part part, TimeSpan span) {}
