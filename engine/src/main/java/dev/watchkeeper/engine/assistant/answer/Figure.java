package dev.watchkeeper.engine.assistant.answer;

/**
 * A number that an answer tells.
 *
 * @param name such as {@code alarms}, or a sensor and a statistic: {@code P-101/flow mean}
 * @param unit empty where it is a count
 */
public record Figure(String name, double value, String unit) {}
