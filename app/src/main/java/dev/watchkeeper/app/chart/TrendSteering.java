package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.signal.Sensor;

/** What a user does to a trend with mouse and keys. UI thread. */
public interface TrendSteering {
    /** Moves by some milliseconds, negative into the past. */
    void pan(long byMillis);

    /** Shows less time (below 1) or more (above 1), keeping a moment where it is. */
    void zoom(double factor, long anchorMillis);

    /** Goes back to the present. */
    void follow();

    void open(AlarmId alarm);

    /** Picks the span between two moments, in whatever order, to be labelled. */
    default void select(long oneMillis, long otherMillis) {}

    /** Picks the span of a label, to be labelled anew or to take the label back. */
    default void select(LabelMark label) {}

    /** Picks nothing any more. */
    default void deselect() {}

    /** Says what the span that is picked was. */
    default void label(LabelKind kind) {}

    /** Asks what can be done at a place, in pixels of the screen. */
    default void menu(double screenX, double screenY) {}

    /** Whether limits can be set here. */
    default boolean setsLimits() {
        return false;
    }

    /** Begins a rule for a limit that was put at a value of a sensor, in its unit. */
    default void newLimit(Sensor sensor, double value) {}

    /** Edits the rule of a limit, which was dragged to a value. */
    default void moveLimit(LimitMark limit, double value) {}

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
