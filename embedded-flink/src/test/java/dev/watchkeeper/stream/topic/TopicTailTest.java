package dev.watchkeeper.stream.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.stream.broker.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicTailTest {
    private static final AssetId ASSET = new AssetId("A");

    private EmbeddedBroker broker;

    @BeforeAll
    void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void aBatchWhoseHandlerFailsComesAgainUntilItIsWorkedIn() {
        Topics topics = topics("fails");
        List<String> worked = new CopyOnWriteArrayList<>();
        AtomicInteger attempts = new AtomicInteger();
        try (ReadingPublisher publisher = new ReadingPublisher(broker.bootstrapServers(), topics);
                TopicTail tail =
                        TopicTail.ofGroup(broker.bootstrapServers(), "fails", topics.readings(), 0, records -> {
                            if (attempts.incrementAndGet() < 3) {
                                throw new IllegalStateException("not yet");
                            }
                            worked.addAll(texts(records));
                        })) {
            publisher.sendRaw(ASSET, bytes("one"));
            publisher.flush();

            await().untilAsserted(() -> assertThat(tail.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble).contains(topics.readings(), "not yet")));
            await().untilAsserted(() -> assertThat(worked).containsExactly("one"));
            assertThat(attempts).hasValue(3);
            await().untilAsserted(() -> assertThat(tail.trouble()).isEmpty());
        }
    }

    @Test
    void aGroupGoesOnWhereItStoodAndLooksBackAsFarAsItWasTold() {
        Topics topics = topics("goes-on");
        try (ReadingPublisher publisher = new ReadingPublisher(broker.bootstrapServers(), topics);
                TopicLag lag = new TopicLag(broker.bootstrapServers(), "goes-on", topics.readings())) {
            for (int i = 0; i < 10; i++) {
                publisher.sendRaw(ASSET, bytes("r" + i));
            }
            publisher.flush();
            List<String> first = new CopyOnWriteArrayList<>();
            try (TopicTail tail =
                    TopicTail.ofGroup(broker.bootstrapServers(), "goes-on", topics.readings(), 0, into(first))) {
                await().until(() -> lag.reached(10));
            }
            publisher.sendRaw(ASSET, bytes("r10"));
            publisher.flush();
            assertThat(lag.records()).isEqualTo(1);

            List<String> second = new CopyOnWriteArrayList<>();
            try (TopicTail tail =
                    TopicTail.ofGroup(broker.bootstrapServers(), "goes-on", topics.readings(), 2, into(second))) {
                await().untilAsserted(() -> assertThat(second).containsExactly("r8", "r9", "r10"));
            }
            assertThat(first).hasSize(10);
        }
    }

    @Test
    void fromTheEndOnlyWhatIsWrittenAfterwardsIsSeen() {
        Topics topics = topics("end");
        List<String> seen = new CopyOnWriteArrayList<>();
        try (ReadingPublisher publisher = new ReadingPublisher(broker.bootstrapServers(), topics)) {
            publisher.sendRaw(ASSET, bytes("before"));
            publisher.flush();
            try (TopicTail tail = TopicTail.fromEnd(broker.bootstrapServers(), topics.readings(), into(seen))) {
                publisher.sendRaw(ASSET, bytes("after"));
                publisher.flush();

                await().untilAsserted(() -> assertThat(seen).containsExactly("after"));
            }
        }
    }

    @Test
    void aTopicThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> TopicTail.fromBeginning(broker.bootstrapServers(), "nowhere", records -> {}))
                .isInstanceOf(TopicException.class)
                .hasMessageContaining("nowhere");
    }

    private Topics topics(String prefix) {
        Topics topics = new Topics(
                prefix + ".readings",
                prefix + ".assets",
                prefix + ".models",
                prefix + ".rules",
                prefix + ".scores",
                prefix + ".detections",
                prefix + ".drift",
                prefix + ".shadow",
                prefix + ".rej");
        TopicAdmin.ensure(broker.bootstrapServers(), topics);
        TopicAdmin.ensure(broker.bootstrapServers(), topics);
        return topics;
    }

    private static TopicTail.Handler into(List<String> texts) {
        return records -> texts.addAll(texts(records));
    }

    private static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
