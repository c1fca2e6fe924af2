package dev.watchkeeper.engine.alarm.kpi;

import java.time.Instant;

/**
 * A source that chattered in a span.
 *
 * @param alarms how many of its alarms were chattering
 * @param last when the last of them opened
 */
public record Disturbance(AlarmSource source, int alarms, Instant last) {}
