package dev.watchkeeper.engine.alarm.rehearse;

import dev.watchkeeper.engine.alarm.kpi.AlarmFact;
import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;

/**
 * What a rule would have raised.
 *
 * @param rule what was rehearsed
 * @param span what was replayed: the span that was asked for, up to now
 * @param judged how many readings or scores were replayed
 * @param raised the alarms that the rule would have raised, in the order of their opening
 * @param actual the alarms that the same source did raise in the span, in the order of their opening
 * @param others the alarms that all other sources raised in the span, in the order of their opening
 * @param alone the figures of the raised alarms
 * @param together the figures of the plant, had the rule been in force: the raised alarms and those of the others
 */
public record Rehearsal(
        AlarmRule rule,
        TimeSpan span,
        long judged,
        List<AlarmFact> raised,
        List<AlarmFact> actual,
        List<AlarmFact> others,
        AlarmKpis alone,
        AlarmKpis together) {
    public Rehearsal {
        raised = List.copyOf(raised);
        actual = List.copyOf(actual);
        others = List.copyOf(others);
    }
}
