package dev.watchkeeper.engine.alarm.rehearse;

import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.signal.TimeSpan;

/** Replays the past through the alarm logic that also runs live, under a rule that need not be saved. Thread-safe. */
public interface Rehearsals {
    /**
     * What the rule would have raised. Works in the calling thread, for seconds where the span is long.
     *
     * @throws java.util.concurrent.CancellationException when the monitor cancels
     * @throws NothingToRehearseException when there is nothing in the span that the rule could be tried on; its message says so
     *     in a sentence for the operator
     */
    Rehearsal rehearse(AlarmRule rule, TimeSpan span, RehearsalMonitor monitor);
}
