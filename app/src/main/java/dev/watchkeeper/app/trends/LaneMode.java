package dev.watchkeeper.app.trends;

/** How traces are put into lanes. */
public enum LaneMode {
    PER_SENSOR,
    PER_UNIT
}
