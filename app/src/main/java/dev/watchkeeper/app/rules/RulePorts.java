package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.screen.Telling;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsals;
import dev.watchkeeper.engine.alarm.rule.Rules;
import dev.watchkeeper.engine.live.Assets;

/**
 * What lists and dialogs of rules need of the engine.
 *
 * @param traces its own, for the pictures of rehearsals
 * @param user under whose name rules are changed
 * @param readOnly whether rules are only looked at
 */
public record RulePorts(
        Rules rules,
        Rehearsals rehearsals,
        Assets assets,
        TraceLoader traces,
        Telling telling,
        String user,
        boolean readOnly) {}
