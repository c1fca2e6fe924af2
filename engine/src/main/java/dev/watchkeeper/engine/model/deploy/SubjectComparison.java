package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.signal.SensorId;

/**
 * How often champion and challenger spoke on the same readings of one sensor, or of all sensors together.
 *
 * @param subject the sensor, or what stands for the asset as a whole
 */
public record SubjectComparison(PartKind kind, SensorId subject, SpeechTally champion, SpeechTally challenger) {}
