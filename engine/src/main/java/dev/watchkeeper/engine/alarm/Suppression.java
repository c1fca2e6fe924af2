package dev.watchkeeper.engine.alarm;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the alarms of a source are not shown for the time being (ISA-18.2: shelved, suppressed by design, out of service). Their
 * life goes on meanwhile.
 *
 * @param by the user, or {@link AlarmLogic#ENGINE} where logic acted
 * @param since clock time
 * @param untilOrNull clock time at which it ends by itself; null where only a person or the logic ends it
 */
public record Suppression(
        AlarmSource source,
        Kind kind,
        String by,
        String why,
        Instant since,
        @Nullable Instant untilOrNull) {
    /** Which of the three ways; a source can be in one kind of each at the same time. */
    public enum Slot {
        SHELF,
        DESIGN,
        SERVICE
    }

    /** How alarms are suppressed. */
    public enum Kind {
        /** By an operator, until the alarm returns, at most until a moment. */
        SHELVED_ONCE(Slot.SHELF),
        /** By an operator, until a moment. */
        SHELVED(Slot.SHELF),
        /** By logic: the asset is stopped, or a maintenance window is open. */
        BY_DESIGN(Slot.DESIGN),
        /** By maintenance, until it is put back. */
        OUT_OF_SERVICE(Slot.SERVICE);

        private final Slot slot;

        Kind(Slot slot) {
            this.slot = slot;
        }

        public Slot slot() {
            return slot;
        }
    }

    /** @throws IllegalArgumentException when nobody is named, no reason is given, or a shelf has no end */
    public Suppression {
        if (by.isBlank()) {
            throw new IllegalArgumentException("suppressing " + source + " names no user");
        }
        if (why.isBlank()) {
            throw new IllegalArgumentException("suppressing " + source + " gives no reason");
        }
        if (kind.slot() == Slot.SHELF && untilOrNull == null) {
            throw new IllegalArgumentException("shelving " + source + " has no end");
        }
    }

    public Optional<Instant> until() {
        return Optional.ofNullable(untilOrNull);
    }

    public boolean isOver(Instant now) {
        return untilOrNull != null && !now.isBefore(untilOrNull);
    }

    public boolean covers(Alarm alarm) {
        return source.covers(AlarmSource.of(alarm));
    }
}
