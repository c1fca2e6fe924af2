package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records of the rules topic: what is to be watched from now on, under the name of its condition, or no longer, where the
 * record has no {@code condition}. The newest record of an asset and name holds. Durations are ISO 8601.
 */
public final class RuleCodec {
    private RuleCodec() {}

    public static byte[] encode(RuleUpdate update) {
        return Json.write(json -> {
            json.writeStringField("asset", update.asset().value());
            json.writeStringField("name", update.name());
            Condition condition = update.conditionOrNull();
            if (condition != null) {
                json.writeObjectFieldStart("condition");
                write(json, condition);
                json.writeEndObject();
            }
        });
    }

    /**
     * Reads a record.
     *
     * @param bytes its value; null where it has none
     * @throws WireException when the bytes are not such a record
     */
    public static RuleUpdate decode(byte @Nullable [] bytes) throws WireException {
        Fields fields = Json.read(bytes);
        AssetId asset = FieldValues.asset(fields.text("asset"));
        String name = fields.text("name");
        Optional<Fields> body = fields.optionalObject("condition");
        Condition condition = body.isPresent() ? condition(asset, body.get()) : null;
        return FieldValues.valid(() -> new RuleUpdate(asset, name, condition));
    }

    private static void write(JsonGenerator json, Condition condition) throws IOException {
        if (condition instanceof Condition.Limit limit) {
            json.writeStringField("kind", "limit");
            json.writeStringField("sensor", limit.sensor().name());
            json.writeStringField("level", word(limit.level()));
            json.writeNumberField("limit", limit.limit());
            json.writeNumberField("deadband", limit.deadband());
            write(json, limit.delays());
        } else if (condition instanceof Condition.RateOfChange rate) {
            json.writeStringField("kind", "rate");
            json.writeStringField("sensor", rate.sensor().name());
            json.writeNumberField("mostPerSecond", rate.mostPerSecond());
            json.writeNumberField("deadbandPerSecond", rate.deadbandPerSecond());
            json.writeStringField("over", rate.over().toString());
            write(json, rate.delays());
        } else if (condition instanceof Condition.MissingData missing) {
            json.writeStringField("kind", "missing");
            json.writeStringField("sensor", missing.sensor().name());
            json.writeStringField("after", missing.after().toString());
        } else if (condition instanceof Condition.Anomaly anomaly) {
            json.writeStringField("kind", "anomaly");
            json.writeNumberField("perDay", anomaly.falseAlarmsPerDay());
            write(json, anomaly.delays());
        } else {
            json.writeStringField("kind", "drift");
        }
    }

    private static void write(JsonGenerator json, Delays delays) throws IOException {
        json.writeStringField("onDelay", delays.on().toString());
        json.writeStringField("offDelay", delays.off().toString());
    }

    private static Condition condition(AssetId asset, Fields fields) throws WireException {
        String kind = fields.text("kind");
        return switch (kind) {
            case "limit" -> limit(asset, fields);
            case "rate" -> rate(asset, fields);
            case "missing" -> {
                SensorId sensor = sensor(asset, fields);
                Duration after = fields.duration("after");
                yield FieldValues.valid(() -> new Condition.MissingData(sensor, after));
            }
            case "anomaly" -> {
                double perDay = fields.number("perDay");
                Delays delays = delays(fields);
                yield FieldValues.valid(() -> new Condition.Anomaly(asset, perDay, delays));
            }
            case "drift" -> new Condition.Drift(asset);
            default -> throw FieldValues.wrongValue("condition.kind", kind, "limit, rate, missing, anomaly or drift");
        };
    }

    private static Condition limit(AssetId asset, Fields fields) throws WireException {
        SensorId sensor = sensor(asset, fields);
        Level level = level(fields.text("level"));
        double limit = fields.number("limit");
        double deadband = fields.numberOr("deadband", 0);
        Delays delays = delays(fields);
        return FieldValues.valid(() -> new Condition.Limit(sensor, level, limit, deadband, delays));
    }

    private static Condition rate(AssetId asset, Fields fields) throws WireException {
        SensorId sensor = sensor(asset, fields);
        double most = fields.number("mostPerSecond");
        double deadband = fields.numberOr("deadbandPerSecond", 0);
        Duration over = fields.duration("over");
        Delays delays = delays(fields);
        return FieldValues.valid(() -> new Condition.RateOfChange(sensor, most, deadband, over, delays));
    }

    private static SensorId sensor(AssetId asset, Fields fields) throws WireException {
        return FieldValues.sensor(asset.value(), fields.text("sensor"));
    }

    private static Delays delays(Fields fields) throws WireException {
        Duration on = fields.has("onDelay") ? fields.duration("onDelay") : Duration.ZERO;
        Duration off = fields.has("offDelay") ? fields.duration("offDelay") : Duration.ZERO;
        return FieldValues.valid(() -> new Delays(on, off));
    }

    private static Level level(String word) throws WireException {
        for (Level level : Level.values()) {
            if (word(level).equals(word)) {
                return level;
            }
        }
        String known = Arrays.stream(Level.values()).map(RuleCodec::word).collect(Collectors.joining(", "));
        throw FieldValues.wrongValue("condition.level", word, "one of " + known);
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
