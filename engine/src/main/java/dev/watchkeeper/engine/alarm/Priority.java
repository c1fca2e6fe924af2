package dev.watchkeeper.engine.alarm;

/** How soon an operator must act (ISA-18.2); the most urgent last. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH
}
