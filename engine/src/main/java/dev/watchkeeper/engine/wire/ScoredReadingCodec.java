package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.core.JsonParser;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.ScoredReading;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The records of the scores topic:
 * {@code {"v":1,"asset":"P-101","sensor":"flow","time":1764000000000,"value":1.5,"score":0.2,"perDay":12.5,
 * "low":1.2,"high":1.9}}.
 *
 * <p>A value, rate or edge that is not finite is left out: {@code perDay} is then read as infinite, the others as NaN. While the
 * detector warms up, {@code "warming":true} is added.
 */
public final class ScoredReadingCodec {
    private ScoredReadingCodec() {}

    public static byte[] encode(ScoredReading scored) {
        Score score = scored.score();
        return Json.write(json -> {
            json.writeStringField("asset", scored.sensor().asset().value());
            json.writeStringField("sensor", scored.sensor().name());
            json.writeNumberField("time", scored.time().toEpochMilli());
            Json.writeFinite(json, "value", scored.value());
            if (score.warmingUp()) {
                json.writeBooleanField("warming", true);
            }
            json.writeNumberField("score", score.value());
            Json.writeFinite(json, "perDay", score.falseAlarmsPerDay());
            Json.writeFinite(json, "low", score.expectedLow());
            Json.writeFinite(json, "high", score.expectedHigh());
        });
    }

    /**
     * Reads a record.
     *
     * @param bytes its value; null where it has none
     * @throws WireException when the bytes are not such a record
     */
    public static ScoredReading decode(byte @Nullable [] bytes) throws WireException {
        return new Decoding().decode(bytes);
    }

    private static final class Decoding extends FlatFields<ScoredReading> {
        private @Nullable String asset;
        private @Nullable String sensor;
        private @Nullable Instant time;
        private double value = Double.NaN;
        private boolean warming;
        private double score;
        private boolean scoreSeen;
        private double perDay = Double.POSITIVE_INFINITY;
        private double low = Double.NaN;
        private double high = Double.NaN;

        @Override
        void take(String field, JsonParser json) throws IOException, WireException {
            switch (field) {
                case "asset" -> asset = text(field, asset, json);
                case "sensor" -> sensor = text(field, sensor, json);
                case "time" -> time = time(field, time, json);
                case "value" -> value = number(field, json);
                case "warming" -> warming = bool(field, json);
                case "score" -> {
                    scoreSeen = once(field, scoreSeen);
                    score = number(field, json);
                }
                case "perDay" -> perDay = number(field, json);
                case "low" -> low = number(field, json);
                case "high" -> high = number(field, json);
                default -> {}
            }
        }

        @Override
        ScoredReading finish() throws WireException {
            if (!scoreSeen) {
                throw FieldValues.missing("score");
            }
            return new ScoredReading(
                    FieldValues.sensor(need("asset", asset), need("sensor", sensor)),
                    need("time", time),
                    value,
                    new Score(warming, score, perDay, low, high));
        }
    }
}
