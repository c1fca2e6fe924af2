package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.core.JsonParser;
import dev.watchkeeper.engine.signal.Quality;
import dev.watchkeeper.engine.signal.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The records of the readings topic:
 * {@code {"v":1,"asset":"P-101","sensor":"flow","time":1764000000000,"value":1.5,"quality":"good"}} and, after the last
 * reading of a replay, {@code {"v":1,"kind":"end","asset":"P-101","run":"7c1e"}}.
 *
 * <p>{@code time} is in milliseconds since 1970, or ISO-8601 text with a zone; {@code quality} may be missing and is
 * then good; {@code kind} may be missing and is then {@code reading}; fields that are not known are passed over.
 */
public final class ReadingCodec {
    private ReadingCodec() {}

    public static byte[] encode(StreamRecord record) {
        if (record instanceof ReadingRecord reading) {
            return encode(reading.reading());
        }
        EndOfRun end = (EndOfRun) record;
        return Json.write(json -> {
            json.writeStringField("kind", "end");
            json.writeStringField("asset", end.asset().value());
            json.writeStringField("run", end.run());
        });
    }

    public static byte[] encode(Reading reading) {
        return Json.write(json -> {
            json.writeStringField("asset", reading.sensor().asset().value());
            json.writeStringField("sensor", reading.sensor().name());
            json.writeNumberField("time", reading.time().toEpochMilli());
            json.writeNumberField("value", reading.value());
            if (reading.quality() != Quality.GOOD) {
                json.writeStringField("quality", reading.quality().name().toLowerCase(Locale.ROOT));
            }
        });
    }

    /**
     * Reads a record.
     *
     * @param bytes its value; null where it has none
     * @throws WireException when the bytes are not such a record
     */
    public static StreamRecord decode(byte @Nullable [] bytes) throws WireException {
        return new Decoding().decode(bytes);
    }

    private static final class Decoding extends FlatFields<StreamRecord> {
        private @Nullable String kind;
        private @Nullable String asset;
        private @Nullable String sensor;
        private @Nullable Instant time;
        private @Nullable Quality quality;
        private @Nullable String run;
        private boolean valueSeen;
        private double value;

        @Override
        void take(String field, JsonParser json) throws IOException, WireException {
            switch (field) {
                case "asset" -> asset = text(field, asset, json);
                case "sensor" -> sensor = text(field, sensor, json);
                case "time" -> time = time(field, time, json);
                case "value" -> {
                    valueSeen = once(field, valueSeen);
                    value = number(field, json);
                }
                case "quality" -> {
                    once(field, quality != null);
                    quality = quality(text(field, null, json));
                }
                case "kind" -> kind = text(field, kind, json);
                case "run" -> run = text(field, run, json);
                default -> {}
            }
        }

        @Override
        StreamRecord finish() throws WireException {
            if (kind == null || kind.equals("reading")) {
                return new ReadingRecord(reading());
            }
            if (kind.equals("end")) {
                String ended = need("run", run);
                var of = FieldValues.asset(need("asset", asset));
                return FieldValues.valid(() -> new EndOfRun(of, ended));
            }
            throw FieldValues.wrongValue("kind", kind, "reading or end");
        }

        private Reading reading() throws WireException {
            String ofAsset = need("asset", asset);
            String ofSensor = need("sensor", sensor);
            Instant at = need("time", time);
            if (!valueSeen) {
                throw FieldValues.missing("value");
            }
            return new Reading(
                    FieldValues.sensor(ofAsset, ofSensor), at, value, quality == null ? Quality.GOOD : quality);
        }

        private static Quality quality(String text) throws WireException {
            return switch (text) {
                case "good" -> Quality.GOOD;
                case "uncertain" -> Quality.UNCERTAIN;
                case "bad" -> Quality.BAD;
                default -> throw FieldValues.wrongValue("quality", text, "good, uncertain or bad");
            };
        }
    }
}
