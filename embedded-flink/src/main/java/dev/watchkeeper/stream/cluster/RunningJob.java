package dev.watchkeeper.stream.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job on the embedded cluster. Thread-safe. */
public final class RunningJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final MiniCluster cluster;
    private final JobID id;
    private final String name;

    RunningJob(MiniCluster cluster, JobID id, String name) {
        this.cluster = cluster;
        this.id = id;
        this.name = name;
    }

    /**
     * How the job stands now.
     *
     * @throws ClusterException when the cluster does not answer
     */
    public JobState state() {
        AccessExecutionGraph graph = get(cluster.getExecutionGraph(id), "state");
        boolean running = graph.getState() == JobStatus.RUNNING;
        for (AccessExecutionVertex vertex : graph.getAllExecutionVertices()) {
            running &= vertex.getExecutionState() == ExecutionState.RUNNING;
        }
        long failures = 0;
        for (AccessExecutionVertex vertex : graph.getAllExecutionVertices()) {
            failures = Math.max(failures, vertex.getCurrentExecutionAttempt().getAttemptNumber());
        }
        ErrorInfo failure = graph.getFailureInfo();
        var checkpoints = graph.getCheckpointStatsSnapshot();
        CompletedCheckpointStats newest =
                checkpoints == null ? null : checkpoints.getHistory().getLatestCompletedCheckpoint();
        return new JobState(
                running,
                graph.getState().isGloballyTerminalState(),
                failures,
                failure == null
                        ? null
                        : failure.getException().getOriginalErrorClassName() + ": "
                                + failure.getException().getMessage(),
                newest == null ? null : Instant.ofEpochMilli(newest.getLatestAckTimestamp()));
    }

    /**
     * Writes a checkpoint now and returns when it is complete.
     *
     * @throws ClusterException when it fails
     */
    public void checkpoint() {
        get(cluster.triggerCheckpoint(id, CheckpointType.CONFIGURED), "checkpoint");
    }

    /** Writes a last checkpoint, if it can, and ends the job; a later start goes on from there. */
    @Override
    public void close() {
        try {
            checkpoint();
        } catch (ClusterException e) {
            LOG.info("Job {} ends without a last checkpoint; the next start goes on from the one before", name, e);
        }
        try {
            get(cluster.cancelJob(id), "end");
            get(cluster.requestJobResult(id), "end");
        } catch (ClusterException e) {
            LOG.warn("Job {} did not end cleanly", name, e);
        }
    }

    /** Returns when the job's master is up, which includes having read a checkpoint's metadata. */
    void awaitInitialized(Duration patience) {
        long rounds = patience.toMillis() / LOOK_AGAIN_MILLIS;
        CountDownLatch never = new CountDownLatch(1);
        try {
            for (long round = 0; round < rounds; round++) {
                JobStatus status = get(cluster.getJobStatus(id), "status");
                if (status.isGloballyTerminalState()) {
                    String why = state().lastFailure().orElse("no reason given");
                    throw new ClusterException("job " + name + " ended as it began (" + status + "): " + why, null);
                }
                if (status != JobStatus.INITIALIZING) {
                    return;
                }
                never.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ClusterException("job " + name + " did not begin within " + patience, null);
    }

    private <T> T get(CompletableFuture<T> future, String what) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ClusterException("the cluster gave no " + what + " of job " + name + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while asking for the " + what + " of job " + name, e);
        }
    }
}
