package dev.watchkeeper.stream.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.model.deploy.ModelPublishException;
import dev.watchkeeper.engine.model.deploy.ModelUpdate;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.wire.ModelAssembler;
import dev.watchkeeper.engine.wire.ModelPublishing;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.Collected;
import dev.watchkeeper.stream.Trained;
import dev.watchkeeper.stream.broker.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaModelPublisherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private EmbeddedBroker broker;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(directory);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void theChunksOfAnAssetLieInOrderInOnePartition() throws WireException {
        TopicAdmin.ensure(broker.bootstrapServers(), Topics.STANDARD);
        List<ModelUpdate> updates = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            AssetId asset = new AssetId("P-" + i % 3);
            updates.add(new ModelUpdate.Deployed(Role.CHAMPION, Trained.large(asset, i, 1_000_000 * (1 + i % 2))));
            updates.add(new ModelUpdate.Withdrawn(asset, Role.CHALLENGER));
        }

        try (KafkaModelPublisher publisher = publisher();
                Collected collected = new Collected(broker.bootstrapServers(), Topics.STANDARD.models())) {
            updates.forEach(publisher::publish);
            ModelAssembler assembler = new ModelAssembler();
            List<ModelUpdate> read = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> collected.records().size() == 6 + 15);
            for (ConsumerRecord<byte[], byte[]> record : collected.records()) {
                assembler.add(record.value()).map(ModelPublishing::update).ifPresent(read::add);
            }

            for (AssetId asset : List.of(new AssetId("P-0"), new AssetId("P-1"), new AssetId("P-2"))) {
                assertThat(read)
                        .filteredOn(update -> update.asset().equals(asset))
                        .isEqualTo(updates.stream()
                                .filter(update -> update.asset().equals(asset))
                                .toList());
                assertThat(collected.records())
                        .filteredOn(
                                record -> new String(record.key(), StandardCharsets.UTF_8).startsWith(asset.value()))
                        .extracting(ConsumerRecord::partition)
                        .containsOnly(collected.records().stream()
                                .filter(record ->
                                        new String(record.key(), StandardCharsets.UTF_8).startsWith(asset.value()))
                                .findFirst()
                                .orElseThrow()
                                .partition());
            }
        }
    }

    @Test
    void saysInASentenceThatTheBrokerDoesNotTakeIt() {
        try (KafkaModelPublisher publisher =
                new KafkaModelPublisher("127.0.0.1:1", Topics.STANDARD, UUID::randomUUID, Duration.ofSeconds(2))) {
            ModelUpdate update = new ModelUpdate.Withdrawn(new AssetId("P-1"), Role.CHAMPION);

            assertThatExceptionOfType(ModelPublishException.class)
                    .isThrownBy(() -> publisher.publish(update))
                    .withMessageStartingWith("The model of P-1 did not reach the broker at 127.0.0.1:1 (")
                    .withMessageEndingWith("see to the broker, then publish it again.");
        }
    }

    private KafkaModelPublisher publisher() {
        return new KafkaModelPublisher(broker.bootstrapServers(), Topics.STANDARD, UUID::randomUUID);
    }
}
