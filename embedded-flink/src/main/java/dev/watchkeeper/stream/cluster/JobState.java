package dev.watchkeeper.stream.cluster;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands.
 *
 * @param running whether every task of it runs
 * @param failed whether it has ended by an error and will not start again by itself
 * @param failures how many times a task of it has failed since it was handed to the cluster
 * @param lastFailureOrNull what went wrong last
 * @param lastCheckpointOrNull when its newest completed checkpoint was completed
 */
public record JobState(
        boolean running,
        boolean failed,
        long failures,
        @Nullable String lastFailureOrNull,
        @Nullable Instant lastCheckpointOrNull) {
    public Optional<String> lastFailure() {
        return Optional.ofNullable(lastFailureOrNull);
    }

    public Optional<Instant> lastCheckpoint() {
        return Optional.ofNullable(lastCheckpointOrNull);
    }
}
