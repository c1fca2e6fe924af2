package dev.watchkeeper.app.models;

import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.signal.SensorId;

/** The feature whose curve is drawn. */
record DriftPick(SensorId sensor, DriftFeature feature) {}
