package dev.watchkeeper.stream.platform;

import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.live.PipelineStatus.State;
import dev.watchkeeper.stream.cluster.ClusterException;
import dev.watchkeeper.stream.cluster.JobState;
import dev.watchkeeper.stream.cluster.RunningJob;
import dev.watchkeeper.stream.topic.TopicLag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the job and the topics every second, and says in one sentence how the stream is doing. Thread-safe. */
public final class PipelineMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineMonitor.class);
    private static final long PERIOD_MILLIS = 1_000;

    private final String profile;
    private final RunningJob job;
    private final TopicLag lag;
    private final Counts counts;
    private final Trouble trouble;
    private final InstantSource clock;
    private final Rate rate;
    private final ScheduledFuture<?> looking;
    private volatile PipelineStatus status;

    /** Where the counts on the screen come from; each total so far. */
    public record Counts(LongSupplier readings, LongSupplier rejected, LongSupplier late) {}

    /** What keeps the records that the job has written from being worked in, in one sentence; mostly empty. */
    @FunctionalInterface
    public interface Trouble {
        Optional<String> find();
    }

    public PipelineMonitor(
            String profile,
            RunningJob job,
            TopicLag lag,
            Counts counts,
            Trouble trouble,
            InstantSource clock,
            ScheduledExecutorService scheduler) {
        this.profile = profile;
        this.job = job;
        this.lag = lag;
        this.counts = counts;
        this.trouble = trouble;
        this.clock = clock;
        rate = new Rate(clock);
        status = PipelineStatus.starting(profile);
        looking = scheduler.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    public PipelineStatus status() {
        return status;
    }

    @Override
    public void close() {
        looking.cancel(false);
    }

    private void look() {
        try {
            status = describe(job.state());
        } catch (ClusterException e) {
            LOG.warn("The cluster does not say how the job is doing", e);
            status = with(State.FAILED, "The Flink cluster does not answer; restart Watchkeeper.", null, 0);
        } catch (RuntimeException e) {
            LOG.error("The pipeline's state could not be found out", e);
        }
    }

    private PipelineStatus describe(JobState state) {
        Instant now = clock.instant();
        Duration age = state.lastCheckpoint()
                .map(checkpoint -> Duration.between(checkpoint, now))
                .map(since -> since.isNegative() ? Duration.ZERO : since)
                .orElse(null);
        double rate = this.rate.perSecond(counts.readings().getAsLong());
        if (state.failed()) {
            return with(
                    State.FAILED,
                    "Detection has stopped (" + state.lastFailure().orElse("no reason known")
                            + "); restart Watchkeeper.",
                    age,
                    rate);
        }
        Optional<String> stuck = trouble.find();
        if (stuck.isPresent()) {
            return with(State.RESTARTING, stuck.get(), age, rate);
        }
        if (state.running()) {
            return with(State.RUNNING, "Readings are judged as they come.", age, rate);
        }
        if (state.failures() > 0) {
            return with(
                    State.RESTARTING,
                    "Detection failed and restarts by itself from its last checkpoint ("
                            + state.lastFailure().orElse("no reason known") + "); readings wait in Kafka.",
                    age,
                    rate);
        }
        return with(State.STARTING, "Detection is starting; readings wait in Kafka.", age, rate);
    }

    private PipelineStatus with(State state, String message, @Nullable Duration checkpointAge, double rate) {
        return new PipelineStatus(
                state,
                profile,
                message,
                rate,
                counts.rejected().getAsLong(),
                counts.late().getAsLong(),
                lag.records(),
                checkpointAge);
    }
}
