package dev.watchkeeper.engine.alarm.kpi;

/**
 * One figure.
 *
 * @param value the number that is judged: a count, or a share in [0, 1]; for priorities the share of high and medium
 * @param figure as it is shown
 * @param sentence what it is made of, in words
 */
public record Kpi(KpiKind kind, double value, String figure, Verdict verdict, String sentence) {}
