package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.Takeover;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which version is to have a role, and whether the detection job runs it.
 *
 * @param number {@link Takeover#NONE} for no trained model: as champion then judge the detectors that learn as they go
 * @param since clock time of the decision
 * @param takeoverOrNull what the job last said that it runs in this role; null while it has said nothing
 * @param troubleOrNull why the job does not run it: a sentence on a failed or refused publication, with what is done about it
 */
public record Deployment(
        Role role,
        int number,
        Instant since,
        @Nullable Takeover takeoverOrNull,
        @Nullable String troubleOrNull) {
    /** Whether the job says that it runs what it is to run. A job that has never heard of a model has none. */
    public boolean isRunning() {
        return takeover().map(Takeover::number).orElse(Takeover.NONE) == number;
    }

    /** Whether it is a trained version. */
    public boolean isTrained() {
        return number != Takeover.NONE;
    }

    public Optional<Takeover> takeover() {
        return Optional.ofNullable(takeoverOrNull);
    }

    public Optional<String> trouble() {
        return Optional.ofNullable(troubleOrNull);
    }
}
