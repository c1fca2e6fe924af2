package dev.watchkeeper.engine.notify.watch;

import dev.watchkeeper.engine.alarm.AlarmId;
import java.time.Instant;

/**
 * An escalation that runs.
 *
 * @param step which is next, from 0; beyond the last it is the last again
 * @param due when it is taken if nobody acknowledges before
 */
public record Pending(AlarmId alarm, String chain, int step, Instant due) {}
