package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.history.ScoreSeries;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.signal.Sensor;
import java.time.Duration;

/**
 * One sensor over a stretch of time, ready to draw.
 *
 * @param assetLabel what the screens call its asset
 * @param earlier values of an earlier stretch, moved onto this axis of time to be compared; empty for none
 */
public record Trace(Sensor sensor, String assetLabel, Series values, ScoreSeries scores, Series earlier) {
    /** Without an earlier stretch. */
    public Trace(Sensor sensor, String assetLabel, Series values, ScoreSeries scores) {
        this(sensor, assetLabel, values, scores, Series.EMPTY);
    }

    /** With a stretch of the past, moved forward by some time. */
    public Trace withEarlier(Series past, Duration by) {
        return new Trace(sensor, assetLabel, values, scores, past.moved(by));
    }
}
