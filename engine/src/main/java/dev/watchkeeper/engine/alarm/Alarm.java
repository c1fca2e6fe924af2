package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alarm as it stands.
 *
 * @param rule which rule raised it, such as {@code novelty}
 * @param message one line that says what is abnormal
 * @param openedAt event time at which the condition began
 * @param raisedAt clock time at which the alarm was raised
 * @param closedAtOrNull event time at which the condition ended; null while it holds
 * @param window the readings on which it was raised
 * @param score the highest score so far, in [0, 1]
 * @param contributions the sensors' shares in the score, largest first
 * @param evidence what the score is made of
 * @param acknowledgmentOrNull who acknowledged it, when and with which note; null while nobody has
 * @param handling who owns it, and why it is not shown
 */
public record Alarm(
        AlarmId id,
        AssetId asset,
        String rule,
        String message,
        Priority priority,
        AlarmState state,
        Instant openedAt,
        Instant raisedAt,
        @Nullable Instant closedAtOrNull,
        TimeSpan window,
        double score,
        List<Contribution> contributions,
        Evidence evidence,
        Guidance guidance,
        @Nullable Acknowledgment acknowledgmentOrNull,
        Handling handling) {
    /** Who acknowledged, when (clock time) and with which note, which may be empty. */
    public record Acknowledgment(String user, String note, Instant at) {
        /** @throws IllegalArgumentException when the user is blank */
        public Acknowledgment {
            if (user.isBlank()) {
                throw new IllegalArgumentException("an acknowledgment names who gave it");
            }
        }
    }

    public Alarm {
        contributions = List.copyOf(contributions);
    }

    /** One of which only the contributions are known. */
    public Alarm(
            AlarmId id,
            AssetId asset,
            String rule,
            String message,
            Priority priority,
            AlarmState state,
            Instant openedAt,
            Instant raisedAt,
            @Nullable Instant closedAtOrNull,
            TimeSpan window,
            double score,
            List<Contribution> contributions,
            Guidance guidance,
            @Nullable Acknowledgment acknowledgmentOrNull) {
        this(
                id,
                asset,
                rule,
                message,
                priority,
                state,
                openedAt,
                raisedAt,
                closedAtOrNull,
                window,
                score,
                contributions,
                Evidence.NONE,
                guidance,
                acknowledgmentOrNull);
    }

    /** One that nobody owns and nothing suppresses. */
    public Alarm(
            AlarmId id,
            AssetId asset,
            String rule,
            String message,
            Priority priority,
            AlarmState state,
            Instant openedAt,
            Instant raisedAt,
            @Nullable Instant closedAtOrNull,
            TimeSpan window,
            double score,
            List<Contribution> contributions,
            Evidence evidence,
            Guidance guidance,
            @Nullable Acknowledgment acknowledgmentOrNull) {
        this(
                id,
                asset,
                rule,
                message,
                priority,
                state,
                openedAt,
                raisedAt,
                closedAtOrNull,
                window,
                score,
                contributions,
                evidence,
                guidance,
                acknowledgmentOrNull,
                Handling.NONE);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAtOrNull);
    }

    /** Whether it is kept from the operator: shelved, suppressed by design, or out of service. */
    public boolean suppressed() {
        return handling.suppressed();
    }

    public Optional<Acknowledgment> acknowledgment() {
        return Optional.ofNullable(acknowledgmentOrNull);
    }
}
