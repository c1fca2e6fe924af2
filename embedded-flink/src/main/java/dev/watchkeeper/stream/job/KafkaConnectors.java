package dev.watchkeeper.stream.job;

import dev.watchkeeper.stream.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The detection job's sources and sinks on Kafka. */
public final class KafkaConnectors {
    /** The consumer group under which the job's position on the readings topic can be seen. */
    public static final String GROUP = "watchkeeper-detection";

    private static final String LINGER_MILLIS = "5";

    private KafkaConnectors() {}

    public static DetectionJob.Sources sources(String bootstrapServers, Topics topics) {
        return new DetectionJob.Sources(
                source(
                        bootstrapServers,
                        topics.readings(),
                        GROUP,
                        OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST)),
                source(bootstrapServers, topics.assets(), GROUP + "-assets", OffsetsInitializer.earliest()),
                source(bootstrapServers, topics.models(), GROUP + "-models", OffsetsInitializer.earliest()),
                source(bootstrapServers, topics.rules(), GROUP + "-rules", OffsetsInitializer.earliest()));
    }

    public static DetectionJob.Sinks sinks(String bootstrapServers, Topics topics) {
        return new DetectionJob.Sinks(
                sink(bootstrapServers, topics.scores()),
                sink(bootstrapServers, topics.detections()),
                sink(bootstrapServers, topics.drift()),
                sink(bootstrapServers, topics.shadow()),
                sink(bootstrapServers, topics.rejects()));
    }

    private static KafkaSource<RawRecord> source(
            String bootstrapServers, String topic, String group, OffsetsInitializer start) {
        return KafkaSource.<RawRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(topic)
                .setGroupId(group)
                .setClientIdPrefix(group)
                .setStartingOffsets(start)
                .setDeserializer(new ToRawRecord())
                .setProperty("register.consumer.jmx", "false")
                .build();
    }

    private static KafkaSink<Outgoing> sink(String bootstrapServers, String topic) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(2 << 20));
        return KafkaSink.<Outgoing>builder()
                .setBootstrapServers(bootstrapServers)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setKafkaProducerConfig(properties)
                .setRecordSerializer(new ToProducerRecord(topic))
                .setProperty("register.producer.jmx", "false")
                .build();
    }

    private static final class ToRawRecord implements KafkaRecordDeserializationSchema<RawRecord> {
        private static final long serialVersionUID = 1L;

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
            byte[] value = record.value();
            out.collect(new RawRecord(value == null ? new byte[0] : value, record.partition(), record.offset()));
        }

        @Override
        public TypeInformation<RawRecord> getProducedType() {
            return TypeInformation.of(RawRecord.class);
        }
    }

    private static final class ToProducerRecord implements KafkaRecordSerializationSchema<Outgoing> {
        private static final long serialVersionUID = 1L;

        private final String topic;

        ToProducerRecord(String topic) {
            this.topic = topic;
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                Outgoing outgoing, KafkaSinkContext context, @Nullable Long timestamp) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, outgoing.key, outgoing.value);
            for (int i = 0; i < outgoing.headers.length; i += 2) {
                record.headers().add(outgoing.headers[i], outgoing.headers[i + 1].getBytes(StandardCharsets.UTF_8));
            }
            return record;
        }
    }
}
