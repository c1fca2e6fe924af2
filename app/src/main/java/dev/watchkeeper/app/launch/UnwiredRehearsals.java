package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.rehearse.NothingToRehearseException;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsal;
import dev.watchkeeper.engine.alarm.rehearse.RehearsalMonitor;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsals;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.signal.TimeSpan;

/** Stands where rehearsals are not to be had, and says so. */
final class UnwiredRehearsals implements Rehearsals {
    @Override
    public Rehearsal rehearse(AlarmRule rule, TimeSpan span, RehearsalMonitor monitor) {
        throw new NothingToRehearseException(
                "Rules cannot be rehearsed in this program yet. Save the rule without rehearsal, and watch its first day.");
    }
}
