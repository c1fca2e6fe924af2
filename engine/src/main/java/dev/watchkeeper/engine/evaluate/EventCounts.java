package dev.watchkeeper.engine.evaluate;

/**
 * What came of labelled windows, each of them counted once, however many alarms it got.
 *
 * @param found windows in which an alarm stood
 * @param missed windows in which none did
 * @param falseAlarms alarms that stood in no window
 */
public record EventCounts(long found, long missed, long falseAlarms) {
    /** Nothing judged yet. */
    public static final EventCounts NONE = new EventCounts(0, 0, 0);

    /** Both together. */
    public EventCounts plus(EventCounts other) {
        return new EventCounts(found + other.found, missed + other.missed, falseAlarms + other.falseAlarms);
    }

    /** The harmonic mean of the windows found and the alarms that are right; 0 where there was neither. */
    public double f1() {
        long all = 2 * found + missed + falseAlarms;
        return all == 0 ? 0 : 2.0 * found / all;
    }
}
