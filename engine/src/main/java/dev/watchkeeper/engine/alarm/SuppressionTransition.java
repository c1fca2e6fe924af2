package dev.watchkeeper.engine.alarm;

import static dev.watchkeeper.engine.alarm.Suppression.Kind.BY_DESIGN;
import static dev.watchkeeper.engine.alarm.Suppression.Kind.OUT_OF_SERVICE;
import static dev.watchkeeper.engine.alarm.Suppression.Kind.SHELVED;
import static dev.watchkeeper.engine.alarm.Suppression.Kind.SHELVED_ONCE;

import dev.watchkeeper.engine.alarm.Suppression.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of suppressions, from which {@link SuppressionShelf} runs and the documentation is written. Shelf,
 * design and service are independent of each other (OPC 10000-9). What stands in no row changes nothing.
 *
 * @param fromOrNull null where nothing suppresses the source in this way
 * @param toOrNull null where nothing suppresses it in this way afterwards
 * @param entry what the journals of the source's open alarms say
 */
public record SuppressionTransition(
        @Nullable Kind fromOrNull,
        SuppressionTrigger trigger,
        @Nullable Kind toOrNull,
        JournalEntry.Kind entry) {
    /** The table. At most one row fits what stands in a slot and a trigger of that slot. */
    public static final List<SuppressionTransition> TABLE = List.of(
            row(null, SuppressionTrigger.SHELVE_ONCE, SHELVED_ONCE, JournalEntry.Kind.SHELVED),
            row(null, SuppressionTrigger.SHELVE, SHELVED, JournalEntry.Kind.SHELVED),
            row(SHELVED_ONCE, SuppressionTrigger.SHELVE_ONCE, SHELVED_ONCE, JournalEntry.Kind.SHELVED),
            row(SHELVED_ONCE, SuppressionTrigger.SHELVE, SHELVED, JournalEntry.Kind.SHELVED),
            row(SHELVED_ONCE, SuppressionTrigger.UNSHELVE, null, JournalEntry.Kind.UNSHELVED),
            row(SHELVED_ONCE, SuppressionTrigger.SHELF_TIME_OVER, null, JournalEntry.Kind.UNSHELVED),
            row(SHELVED_ONCE, SuppressionTrigger.ALARM_RETURNED, null, JournalEntry.Kind.UNSHELVED),
            row(SHELVED, SuppressionTrigger.SHELVE_ONCE, SHELVED_ONCE, JournalEntry.Kind.SHELVED),
            row(SHELVED, SuppressionTrigger.SHELVE, SHELVED, JournalEntry.Kind.SHELVED),
            row(SHELVED, SuppressionTrigger.UNSHELVE, null, JournalEntry.Kind.UNSHELVED),
            row(SHELVED, SuppressionTrigger.SHELF_TIME_OVER, null, JournalEntry.Kind.UNSHELVED),
            row(null, SuppressionTrigger.LOGIC_HOLDS, BY_DESIGN, JournalEntry.Kind.SUPPRESSED),
            row(BY_DESIGN, SuppressionTrigger.LOGIC_ENDS, null, JournalEntry.Kind.UNSUPPRESSED),
            row(null, SuppressionTrigger.TAKE_OUT_OF_SERVICE, OUT_OF_SERVICE, JournalEntry.Kind.OUT_OF_SERVICE),
            row(
                    OUT_OF_SERVICE,
                    SuppressionTrigger.TAKE_OUT_OF_SERVICE,
                    OUT_OF_SERVICE,
                    JournalEntry.Kind.OUT_OF_SERVICE),
            row(OUT_OF_SERVICE, SuppressionTrigger.PUT_BACK_IN_SERVICE, null, JournalEntry.Kind.BACK_IN_SERVICE),
            row(OUT_OF_SERVICE, SuppressionTrigger.SERVICE_TIME_OVER, null, JournalEntry.Kind.BACK_IN_SERVICE));

    private static SuppressionTransition row(
            @Nullable Kind from, SuppressionTrigger trigger, @Nullable Kind to, JournalEntry.Kind entry) {
        return new SuppressionTransition(from, trigger, to, entry);
    }

    /** The row that fits; empty where the trigger changes nothing. */
    static Optional<SuppressionTransition> of(@Nullable Kind from, SuppressionTrigger trigger) {
        return TABLE.stream()
                .filter(row -> row.fromOrNull == from && row.trigger == trigger)
                .findFirst();
    }
}
