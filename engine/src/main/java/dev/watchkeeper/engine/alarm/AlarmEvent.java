package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.signal.Guidance;
import java.time.Instant;
import java.util.List;

/** Something that may change an alarm. */
public sealed interface AlarmEvent {
    /** Clock time at which the engine came to know of it. */
    Instant at();

    /**
     * A detector spoke. What the alarm will say is decided before, so that the logic needs no look-ups.
     *
     * @param priority how urgent this message on its own is
     * @param message one line that says what is abnormal
     * @param suppressions what suppresses the source, should this raise an alarm
     */
    record Detected(
            Detection detection,
            Priority priority,
            Guidance guidance,
            String message,
            Instant at,
            List<Suppression> suppressions)
            implements AlarmEvent {
        public Detected {
            suppressions = List.copyOf(suppressions);
        }

        /** Where nothing suppresses the source. */
        public Detected(Detection detection, Priority priority, Guidance guidance, String message, Instant at) {
            this(detection, priority, guidance, message, at, List.of());
        }
    }

    /** A user has taken note of the alarm. */
    record Acknowledged(String user, String note, Instant at) implements AlarmEvent {}

    /** A user lets the latch go. */
    record Reset(String user, String note, Instant at) implements AlarmEvent {}

    /**
     * What suppresses the alarm's source has changed.
     *
     * @param standing what suppresses it now
     * @param entry what the journal says of the change
     */
    record SuppressionsChanged(List<Suppression> standing, JournalEntry.Kind entry, String who, String why, Instant at)
            implements AlarmEvent {
        public SuppressionsChanged {
            standing = List.copyOf(standing);
        }
    }

    /**
     * A user says who takes care of the alarm.
     *
     * @param owner empty for nobody
     */
    record Assigned(String user, String owner, Instant at) implements AlarmEvent {}

    /** A user writes something in the journal. */
    record Noted(String user, String text, Instant at) implements AlarmEvent {}

    /** Time has passed. */
    record Ticked(Instant at) implements AlarmEvent {}
}
