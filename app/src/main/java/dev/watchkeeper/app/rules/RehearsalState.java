package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsal;

/** Where a rehearsal stands. */
sealed interface RehearsalState {
    /** None was asked for. */
    record None() implements RehearsalState {}

    /**
     * It is under way.
     *
     * @param done in [0, 1]
     */
    record Running(double done) implements RehearsalState {}

    /** It was cancelled. */
    record Cancelled() implements RehearsalState {}

    /**
     * There is nothing to try the rule on, or it went wrong.
     *
     * @param sentence what to tell the operator
     */
    record Failed(String sentence) implements RehearsalState {}

    /** It has come. */
    record Ready(Rehearsal rehearsal, TrendPicture picture) implements RehearsalState {}
}
