package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Of an alarm what its figures are made of. Opening and return are event time, so that a history that is replayed in a minute is
 * judged by the days that it tells of.
 *
 * @param openedAt when it was annunciated
 * @param closedAtOrNull when its condition ended; null while it holds
 * @param acknowledgedAtOrNull when an operator took note; null while nobody has
 */
public record AlarmFact(
        AlarmId id,
        AlarmSource source,
        Priority priority,
        Instant openedAt,
        @Nullable Instant closedAtOrNull,
        @Nullable Instant acknowledgedAtOrNull) {
    /** By opening; those of one moment by id. */
    public static final Comparator<AlarmFact> BY_OPENING =
            Comparator.comparing(AlarmFact::openedAt).thenComparing(AlarmFact::id);

    /** A return before the opening, which a late message can bring, counts as a return at the opening. */
    public AlarmFact {
        if (closedAtOrNull != null && closedAtOrNull.isBefore(openedAt)) {
            closedAtOrNull = openedAt;
        }
    }

    public static AlarmFact of(Alarm alarm) {
        Alarm.Acknowledgment given = alarm.acknowledgmentOrNull();
        return new AlarmFact(
                alarm.id(),
                AlarmSource.of(alarm),
                alarm.priority(),
                alarm.openedAt(),
                alarm.closedAtOrNull(),
                given == null ? null : given.at());
    }

    /** When the condition ended as far as is known at a moment; that moment where it still holds. */
    Instant end(Instant now) {
        Instant closed = closedAtOrNull;
        Instant end = closed == null || closed.isAfter(now) ? now : closed;
        return end.isBefore(openedAt) ? openedAt : end;
    }

    /** How long the condition had held at a moment. */
    Duration lasted(Instant now) {
        return Duration.between(openedAt, end(now));
    }

    /** Whether it was back to the usual at a moment and nobody had acknowledged it until then. */
    boolean returnedUnnoticed(Instant now) {
        Instant closed = closedAtOrNull;
        if (closed == null || closed.isAfter(now)) {
            return false;
        }
        Instant noticed = acknowledgedAtOrNull;
        return noticed == null || !noticed.isBefore(closed);
    }
}
