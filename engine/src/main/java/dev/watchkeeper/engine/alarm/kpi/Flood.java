package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.signal.TimeSpan;

/**
 * More alarms than an operator can follow (ISA-18.2, IEC 62682: begins above 10 in ten minutes, ends below 5). Counted at every
 * moment over the ten minutes before it, not in fixed intervals, which would miss a burst that lies across a boundary; so every
 * interval of ten minutes with more than ten alarms touches a flood.
 *
 * @param span from the first of the alarms that began it until fewer than five had come in ten minutes
 * @param alarms that opened in the span
 * @param first the one that opened first
 * @param ongoing whether it had not ended; the span then ends at the moment of looking
 */
public record Flood(TimeSpan span, int alarms, AlarmFact first, boolean ongoing) {}
