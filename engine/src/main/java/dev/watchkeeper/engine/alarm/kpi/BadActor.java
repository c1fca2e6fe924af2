package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.Priority;
import java.time.Duration;
import java.time.Instant;

/**
 * One of the sources that raise most alarms, and what could be done about it.
 *
 * @param alarms how many it raised in the span
 * @param share of all alarms of the span, in [0, 1]
 * @param priority the highest of them
 * @param chattering how many were chattering
 * @param fleeting how many were fleeting
 * @param median how long the condition held, half of the time; what still holds counts up to the end of the span
 * @param last when it opened last
 */
public record BadActor(
        AlarmSource source,
        int alarms,
        double share,
        Priority priority,
        int chattering,
        int fleeting,
        Duration median,
        Instant last,
        Suggestion suggestion) {}
