package dev.watchkeeper.engine.live;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the stream is doing.
 *
 * @param message one plain sentence; with what to do next where something is wrong
 * @param readingsPerSecond over the last few seconds
 * @param rejected records in the dead-letter topic so far
 * @param late readings that came too late to be scored, or a second time, so far
 * @param lag records on the readings topic that the job has not read yet
 * @param checkpointAgeOrNull time since the last completed checkpoint; null before the first
 */
public record PipelineStatus(
        State state,
        String profile,
        String message,
        double readingsPerSecond,
        long rejected,
        long late,
        long lag,
        @Nullable Duration checkpointAgeOrNull) {
    /** The state of the whole chain, from broker to detection. */
    public enum State {
        STARTING,
        RUNNING,
        RESTARTING,
        FAILED,
        STOPPED
    }

    /** Before anything runs. */
    public static PipelineStatus starting(String profile) {
        return new PipelineStatus(State.STARTING, profile, "Starting the embedded cluster", 0, 0, 0, 0, null);
    }

    public Optional<Duration> checkpointAge() {
        return Optional.ofNullable(checkpointAgeOrNull);
    }
}
