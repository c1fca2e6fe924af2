package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.history.ScoreSeries;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.signal.Sensor;

/**
 * One sensor over a stretch of time, ready to draw.
 *
 * @param assetLabel what the screens call its asset
 */
public record Trace(Sensor sensor, String assetLabel, Series values, ScoreSeries scores) {}
