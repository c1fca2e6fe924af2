package dev.watchkeeper.stream.platform;

import dev.watchkeeper.stream.broker.EmbeddedBroker;
import dev.watchkeeper.stream.cluster.EmbeddedFlink;
import dev.watchkeeper.stream.cluster.RunningJob;
import dev.watchkeeper.stream.job.DetectionJob;
import dev.watchkeeper.stream.job.DetectionSettings;
import dev.watchkeeper.stream.job.KafkaConnectors;
import dev.watchkeeper.stream.topic.TopicAdmin;
import dev.watchkeeper.stream.topic.Topics;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Kafka, Flink and the detection job in this process, in a directory of their own. Broker and cluster start side by side;
 * the job starts when both are there, and stops first.
 */
public final class EmbeddedPlatform implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final EmbeddedFlink flink;
    private final RunningJob job;
    private final Topics topics;

    /** How the platform works. */
    public record Settings(Topics topics, EmbeddedFlink.Settings flink, DetectionSettings detection) {
        public static final Settings STANDARD =
                new Settings(Topics.STANDARD, EmbeddedFlink.Settings.STANDARD, DetectionSettings.STANDARD);
    }

    private EmbeddedPlatform(EmbeddedBroker broker, EmbeddedFlink flink, RunningJob job, Topics topics) {
        this.broker = broker;
        this.flink = flink;
        this.job = job;
        this.topics = topics;
    }

    /**
     * Starts everything and returns when the cluster has taken the job.
     *
     * @param background where the cluster starts while the caller's thread starts the broker
     * @throws RuntimeException when a part does not start; the others are stopped then
     */
    public static EmbeddedPlatform start(Path directory, Settings settings, Executor background) {
        CompletableFuture<EmbeddedFlink> startingFlink = CompletableFuture.supplyAsync(
                () -> EmbeddedFlink.start(directory.resolve("flink"), settings.flink()), background);
        EmbeddedBroker broker;
        try {
            broker = EmbeddedBroker.start(directory.resolve("kafka"));
        } catch (RuntimeException e) {
            startingFlink.thenAccept(EmbeddedFlink::close).join();
            throw e;
        }
        EmbeddedFlink flink;
        try {
            flink = startingFlink.join();
        } catch (CompletionException e) {
            broker.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        try {
            TopicAdmin.ensure(broker.bootstrapServers(), settings.topics());
            RunningJob job = flink.run(
                    DetectionJob.ID,
                    DetectionJob.NAME,
                    environment -> DetectionJob.define(
                            environment,
                            settings.detection(),
                            settings.topics(),
                            KafkaConnectors.sources(broker.bootstrapServers(), settings.topics()),
                            KafkaConnectors.sinks(broker.bootstrapServers(), settings.topics())));
            return new EmbeddedPlatform(broker, flink, job, settings.topics());
        } catch (RuntimeException e) {
            flink.close();
            broker.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public Topics topics() {
        return topics;
    }

    public RunningJob job() {
        return job;
    }

    @Override
    public void close() {
        job.close();
        flink.close();
        broker.close();
    }
}
