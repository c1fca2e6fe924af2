package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.signal.SensorId;

/** That a sensor was used in a group of sensors that are kept apart from those of other groups. */
public record GroupUse(SensorId sensor, String group) {}
