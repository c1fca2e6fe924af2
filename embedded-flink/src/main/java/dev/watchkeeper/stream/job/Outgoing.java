package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.intake.Refusal;
import dev.watchkeeper.engine.intake.Rejection;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.wire.DetectionCodec;
import dev.watchkeeper.engine.wire.DetectionRecord;
import dev.watchkeeper.engine.wire.ScoredReadingCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;

/** What the job's sinks take: key, value and headers of a Kafka record. */
public final class Outgoing {
    /** Key, value, headers. */
    public static final TypeInformation<Tuple3<byte[], byte[], Map<String, String>>> TYPE = Types.TUPLE(
            Types.PRIMITIVE_ARRAY(Types.BYTE),
            Types.PRIMITIVE_ARRAY(Types.BYTE),
            Types.MAP(Types.STRING, Types.STRING));

    private Outgoing() {}

    static Tuple3<byte[], byte[], Map<String, String>> score(ScoredReading scored) {
        return Tuple3.of(key(scored.sensor().asset()), ScoredReadingCodec.encode(scored), Map.of());
    }

    static Tuple3<byte[], byte[], Map<String, String>> detection(DetectionRecord detection) {
        return Tuple3.of(key(detection.asset()), DetectionCodec.encode(detection), Map.of());
    }

    static Tuple3<byte[], byte[], Map<String, String>> rejected(
            Refusal refusal, String topic, int partition, long offset, Instant now, byte[] value) {
        byte[] key = (partition + ":" + offset).getBytes(StandardCharsets.UTF_8);
        return Tuple3.of(
                key,
                value,
                Rejection.of(refusal, topic, partition, offset, now).toHeaders());
    }

    private static byte[] key(AssetId asset) {
        return asset.value().getBytes(StandardCharsets.UTF_8);
    }
}
