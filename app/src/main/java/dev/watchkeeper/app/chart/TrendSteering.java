package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.alarm.AlarmId;

/** What a user does to a trend with mouse and keys. UI thread. */
public interface TrendSteering {
    /** Moves by some milliseconds, negative into the past. */
    void pan(long byMillis);

    /** Shows less time (below 1) or more (above 1), keeping a moment where it is. */
    void zoom(double factor, long anchorMillis);

    /** Goes back to the present. */
    void follow();

    void open(AlarmId alarm);

    /** For a trend that stands still. */
    static TrendSteering fixed() {
        return new TrendSteering() {
            @Override
            public void pan(long byMillis) {}

            @Override
            public void zoom(double factor, long anchorMillis) {}

            @Override
            public void follow() {}

            @Override
            public void open(AlarmId alarm) {}
        };
    }
}
