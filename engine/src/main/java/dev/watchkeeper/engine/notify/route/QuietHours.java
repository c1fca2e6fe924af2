package dev.watchkeeper.engine.notify.route;

import dev.watchkeeper.engine.alarm.Priority;
import java.util.List;

/**
 * Hours in which recipients are not to be woken. What is held back is told when they end.
 *
 * @param breaksThrough the lowest priority that is told at once all the same
 * @param recipients ids of those whom it spares; empty for everybody
 */
public record QuietHours(Schedule when, Priority breaksThrough, List<String> recipients) {
    public QuietHours {
        recipients = List.copyOf(recipients);
    }
}
