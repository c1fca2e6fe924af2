package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.signal.Guidance;
import java.time.Instant;

/** Something that may change an alarm. */
public sealed interface AlarmEvent {
    /** Clock time at which the engine came to know of it. */
    Instant at();

    /**
     * A detector spoke. What the alarm will say is decided before, so that the logic needs no look-ups.
     *
     * @param priority how urgent this message on its own is
     * @param message one line that says what is abnormal
     */
    record Detected(Detection detection, Priority priority, Guidance guidance, String message, Instant at)
            implements AlarmEvent {}

    /** A user has taken note of the alarm. */
    record Acknowledged(String user, String note, Instant at) implements AlarmEvent {}
}
