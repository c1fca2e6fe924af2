package dev.watchkeeper.engine.signal;

/** How far the source itself trusts a reading (OPC UA status: good, uncertain, bad). */
public enum Quality {
    GOOD,
    UNCERTAIN,
    BAD
}
