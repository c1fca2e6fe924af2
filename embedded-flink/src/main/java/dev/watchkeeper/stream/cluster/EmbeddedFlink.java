package dev.watchkeeper.stream.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RestoreMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Flink cluster in this process: one task manager, checkpoints on disk. A job that ran here before goes on from its
 * newest checkpoint, also after the process was killed.
 */
public final class EmbeddedFlink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFlink.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SLOTS = 4;

    private final MiniCluster cluster;
    private final Path checkpoints;
    private final Settings settings;

    /**
     * How jobs run.
     *
     * @param checkpointInterval how often their state is written to disk
     * @param bufferTimeout how long a record may wait for company between two operators
     */
    public record Settings(int parallelism, Duration checkpointInterval, Duration bufferTimeout) {
        /** For a console on a desktop machine. */
        public static final Settings STANDARD = new Settings(1, Duration.ofSeconds(5), Duration.ofMillis(10));

        /** @throws IllegalArgumentException when the parallelism is not in 1 to {@value EmbeddedFlink#SLOTS} */
        public Settings {
            if (parallelism < 1 || parallelism > SLOTS) {
                throw new IllegalArgumentException("parallelism is not in 1 to " + SLOTS + ": " + parallelism);
            }
        }
    }

    private EmbeddedFlink(MiniCluster cluster, Path checkpoints, Settings settings) {
        this.cluster = cluster;
        this.checkpoints = checkpoints;
        this.settings = settings;
    }

    /**
     * Starts a cluster and returns when it takes jobs.
     *
     * @param directory where checkpoints and temporary files lie; made when it is missing
     * @throws ClusterException when it does not start
     */
    public static EmbeddedFlink start(Path directory, Settings settings) {
        try {
            Path checkpoints = Files.createDirectories(directory.resolve("checkpoints"));
            Path temporary = Files.createDirectories(directory.resolve("tmp"));
            Configuration configuration = new Configuration();
            configuration.set(CoreOptions.TMP_DIRS, temporary.toString());
            configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
            configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
            configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));
            configuration.set(RestOptions.BIND_PORT, "0");
            MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                    .setConfiguration(configuration)
                    .setNumTaskManagers(1)
                    .setNumSlotsPerTaskManager(SLOTS)
                    .setCommonBindAddress("127.0.0.1")
                    .build());
            cluster.start();
            return new EmbeddedFlink(cluster, checkpoints, settings);
        } catch (Exception e) {
            throw new ClusterException("the embedded Flink cluster did not start in " + directory + ": " + e, e);
        }
    }

    /**
     * Runs a job, from its newest checkpoint if it ran here before.
     *
     * @param id the job's, the same at each start
     * @param define adds the job's sources, operators and sinks to the environment
     * @throws ClusterException when the job is not taken, with or without its checkpoints
     */
    public RunningJob run(JobID id, String name, Consumer<StreamExecutionEnvironment> define) {
        for (Path checkpoint : RetainedCheckpoints.newestFirst(checkpoints.resolve(id.toHexString()))) {
            try {
                return submit(id, name, define, Optional.of(checkpoint));
            } catch (ClusterException e) {
                LOG.warn("Job {} could not go on from checkpoint {}; trying an older one", name, checkpoint, e);
            }
        }
        return submit(id, name, define, Optional.empty());
    }

    private RunningJob submit(
            JobID id, String name, Consumer<StreamExecutionEnvironment> define, Optional<Path> checkpoint) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(jobConfiguration(name));
        define.accept(environment);
        JobGraph graph = environment.getStreamGraph().getJobGraph(null, id);
        checkpoint.ifPresent(path -> graph.setSavepointRestoreSettings(
                SavepointRestoreSettings.forPath(path.toUri().toString(), true, RestoreMode.CLAIM)));
        RunningJob job = new RunningJob(cluster, id, name);
        try {
            cluster.submitJob(graph).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ClusterException("job " + name + " was not taken by the embedded cluster: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while job " + name + " was handed over", e);
        }
        job.awaitInitialized(PATIENCE);
        LOG.info(
                "Job {} runs {}",
                name,
                checkpoint.map(path -> "from checkpoint " + path.getFileName()).orElse("from the beginning"));
        return job;
    }

    private Configuration jobConfiguration(String name) {
        Configuration job = new Configuration();
        job.set(PipelineOptions.NAME, name);
        job.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        job.set(PipelineOptions.GENERIC_TYPES, false);
        job.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        job.set(PipelineOptions.OBJECT_REUSE, true);
        job.set(ExecutionOptions.BUFFER_TIMEOUT, settings.bufferTimeout());
        job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        job.set(
                CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS,
                settings.checkpointInterval().dividedBy(2));
        job.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofMinutes(2));
        job.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        job.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
        job.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        job.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        job.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        job.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(500));
        job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(30));
        return job;
    }

    @Override
    public void close() {
        try {
            cluster.closeAsync().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The embedded Flink cluster did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
