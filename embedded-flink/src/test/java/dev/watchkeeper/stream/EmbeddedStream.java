package dev.watchkeeper.stream;

import dev.watchkeeper.stream.broker.EmbeddedBroker;
import dev.watchkeeper.stream.cluster.EmbeddedFlink;
import dev.watchkeeper.stream.cluster.RunningJob;
import dev.watchkeeper.stream.job.DetectionJob;
import dev.watchkeeper.stream.job.DetectionSettings;
import dev.watchkeeper.stream.job.KafkaConnectors;
import dev.watchkeeper.stream.topic.TopicAdmin;
import dev.watchkeeper.stream.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;

/** A real broker and a real cluster with the detection job on them, for tests. */
public final class EmbeddedStream implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final EmbeddedFlink flink;
    private final RunningJob job;

    public EmbeddedStream(Path directory) {
        this(directory, 1);
    }

    public EmbeddedStream(Path directory, int parallelism) {
        broker = EmbeddedBroker.start(directory.resolve("kafka"));
        TopicAdmin.ensure(broker.bootstrapServers(), Topics.STANDARD);
        flink = EmbeddedFlink.start(
                directory.resolve("flink"),
                new EmbeddedFlink.Settings(parallelism, Duration.ofMillis(500), Duration.ofMillis(5)));
        job = flink.run(
                DetectionJob.ID,
                DetectionJob.NAME,
                environment -> DetectionJob.define(
                        environment,
                        DetectionSettings.STANDARD,
                        Topics.STANDARD,
                        KafkaConnectors.sources(broker.bootstrapServers(), Topics.STANDARD),
                        KafkaConnectors.sinks(broker.bootstrapServers(), Topics.STANDARD)));
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
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
