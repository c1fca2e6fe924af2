package dev.watchkeeper.engine.live;

/** The state of a device itself (NAMUR NE 107), apart from the process that it measures. */
public enum DeviceState {
    GOOD,
    /** Valid for now, but it asks for care: the value has not moved for suspiciously long. */
    MAINTENANCE_REQUIRED,
    OUT_OF_SPECIFICATION,
    FUNCTION_CHECK,
    /** Nothing valid arrives. */
    FAILURE
}
