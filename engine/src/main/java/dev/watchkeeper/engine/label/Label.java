package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person's answer.
 *
 * @param subject what it is about
 * @param reason in the person's words; may be empty
 * @param by who gave it
 * @param at clock time at which it was given
 */
public record Label(LabelSubject subject, LabelKind kind, String reason, String by, Instant at) {
    /** @throws IllegalArgumentException when nobody gave it */
    public Label {
        if (by.isBlank()) {
            throw new IllegalArgumentException("a label on " + subject.id() + " names who gave it");
        }
        reason = reason.strip();
    }

    public LabelId id() {
        return subject.id();
    }

    public AssetId asset() {
        return subject.asset();
    }

    /** The sensors that are meant; empty for the whole asset. */
    public List<SensorId> sensors() {
        return subject.sensors();
    }

    /** Event time. */
    public TimeSpan span() {
        return subject.span();
    }

    /** The alarm that was answered; empty where a span was labelled by hand. */
    public Optional<AlarmId> alarm() {
        return subject.alarm();
    }
}
