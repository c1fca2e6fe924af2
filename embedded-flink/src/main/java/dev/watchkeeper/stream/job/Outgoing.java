package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.intake.Refusal;
import dev.watchkeeper.engine.intake.Rejection;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.wire.DeploymentCodec;
import dev.watchkeeper.engine.wire.DetectionCodec;
import dev.watchkeeper.engine.wire.DetectionRecord;
import dev.watchkeeper.engine.wire.DriftCodec;
import dev.watchkeeper.engine.wire.ScoredReadingCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A record on its way to Kafka. A Flink POJO. */
public final class Outgoing {
    public byte[] key = {};
    public byte[] value = {};
    /** Names and values in turn. */
    public String[] headers = {};

    /** For Flink. */
    public Outgoing() {}

    private Outgoing(byte[] key, byte[] value, String... headers) {
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    static Outgoing score(ScoredReading scored) {
        return new Outgoing(key(scored.sensor().asset()), ScoredReadingCodec.encode(scored));
    }

    static Outgoing detection(DetectionRecord detection) {
        return new Outgoing(key(detection.asset()), DetectionCodec.encode(detection));
    }

    static Outgoing drift(DriftReport report) {
        return new Outgoing(key(report.sensor().asset()), DriftCodec.encode(report));
    }

    static Outgoing news(DeploymentNews news) {
        return new Outgoing(DeploymentCodec.key(news).getBytes(StandardCharsets.UTF_8), DeploymentCodec.encode(news));
    }

    /** A record that is not taken in: its bytes untouched, the reason and where it lay in the headers. */
    static Outgoing rejected(Refusal refusal, String topic, RawRecord raw, Instant now) {
        List<String> headers = new ArrayList<>();
        Rejection.of(refusal, topic, raw.partition, raw.offset, now).toHeaders().forEach((name, value) -> {
            headers.add(name);
            headers.add(value);
        });
        byte[] key = (raw.partition + ":" + raw.offset).getBytes(StandardCharsets.UTF_8);
        return new Outgoing(key, raw.value, headers.toArray(String[]::new));
    }

    private static byte[] key(AssetId asset) {
        return asset.value().getBytes(StandardCharsets.UTF_8);
    }
}
