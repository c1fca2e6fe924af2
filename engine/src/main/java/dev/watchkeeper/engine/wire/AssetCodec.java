package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Running;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import dev.watchkeeper.engine.signal.ValueRange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of the assets topic: an asset as it is described to people, with its sensors in the order in which they
 * are shown. The newest record of an asset holds.
 *
 * <p>Only the names are needed: a label that is missing is the name, an area or unit that is missing is empty, and a
 * sensor may be without guidance and without a measuring range. By {@code running} (a sensor, the value at which the asset runs at
 * least, and after how long a lower one means a stop) it can be told whether the asset runs.
 */
public final class AssetCodec {
    private AssetCodec() {}

    /**
     * Writes a record.
     *
     * @throws IllegalArgumentException when it is larger than a broker takes, because of very long guidance
     */
    public static byte[] encode(Asset asset) {
        byte[] bytes = Json.write(json -> {
            json.writeStringField("asset", asset.id().value());
            json.writeStringField("label", asset.label());
            json.writeStringField("area", asset.area());
            Running running = asset.runningOrNull();
            if (running != null) {
                json.writeObjectFieldStart("running");
                json.writeStringField("sensor", running.sensor().name());
                json.writeNumberField("atLeast", running.atLeast());
                json.writeStringField("stoppedAfter", running.stoppedAfter().toString());
                json.writeEndObject();
            }
            json.writeArrayFieldStart("sensors");
            for (Sensor sensor : asset.sensors()) {
                write(json, sensor);
            }
            json.writeEndArray();
        });
        if (bytes.length > Json.LARGEST) {
            throw new IllegalArgumentException("the description of " + asset.id() + " has " + bytes.length
                    + " bytes, at most " + Json.LARGEST + " are allowed");
        }
        return bytes;
    }

    /**
     * Reads a record.
     *
     * @param bytes its value; null where it has none
     * @throws WireException when the bytes are not such a record
     */
    public static Asset decode(byte @Nullable [] bytes) throws WireException {
        return asset(Json.read(bytes));
    }

    /**
     * Reads a file that describes several assets: {@code {"v":1,"assets":[…]}} with each as in a record, but without
     * its own version.
     *
     * @throws WireException when the bytes are not such a file
     */
    public static List<Asset> decodeAll(byte[] file) throws WireException {
        List<Asset> assets = new ArrayList<>();
        for (Fields fields : Json.read(file).objects("assets")) {
            assets.add(asset(fields));
        }
        return assets;
    }

    private static void write(JsonGenerator json, Sensor sensor) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", sensor.id().name());
        json.writeStringField("label", sensor.label());
        json.writeStringField("unit", sensor.unit().symbol());
        ValueRange range = sensor.rangeOrNull();
        if (range != null) {
            json.writeObjectFieldStart("range");
            json.writeNumberField("low", range.low());
            json.writeNumberField("high", range.high());
            json.writeEndObject();
        }
        Guidance guidance = sensor.guidanceOrNull();
        if (guidance != null) {
            json.writeObjectFieldStart("guidance");
            json.writeStringField("cause", guidance.cause());
            json.writeStringField("consequence", guidance.consequence());
            json.writeStringField("action", guidance.action());
            json.writeStringField("timeToRespond", guidance.timeToRespond().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static Asset asset(Fields fields) throws WireException {
        AssetId id = FieldValues.asset(fields.text("asset"));
        String label = fields.textOr("label", id.value());
        String area = fields.textOr("area", "");
        List<Sensor> sensors = new ArrayList<>();
        for (Fields sensor : fields.objects("sensors")) {
            sensors.add(sensor(id, sensor));
        }
        Optional<Fields> told = fields.optionalObject("running");
        Running running = told.isPresent() ? running(id, told.get()) : null;
        return FieldValues.valid(() -> new Asset(id, label, area, sensors, running));
    }

    private static Running running(AssetId asset, Fields fields) throws WireException {
        SensorId sensor = FieldValues.sensor(asset.value(), fields.text("sensor"));
        double atLeast = fields.number("atLeast");
        Duration stoppedAfter = fields.duration("stoppedAfter");
        return FieldValues.valid(() -> new Running(sensor, atLeast, stoppedAfter));
    }

    private static Sensor sensor(AssetId asset, Fields fields) throws WireException {
        String name = fields.text("name");
        SensorId id = FieldValues.sensor(asset.value(), name);
        String label = fields.textOr("label", name);
        String unit = fields.textOr("unit", "");
        Optional<Fields> guidance = fields.optionalObject("guidance");
        Guidance told = guidance.isPresent() ? guidance(guidance.get()) : null;
        Optional<Fields> range = fields.optionalObject("range");
        ValueRange measured = range.isPresent() ? range(range.get()) : null;
        return FieldValues.valid(() -> new Sensor(id, label, new Unit(unit), told, measured));
    }

    private static ValueRange range(Fields fields) throws WireException {
        double low = fields.number("low");
        double high = fields.number("high");
        return FieldValues.valid(() -> new ValueRange(low, high));
    }

    private static Guidance guidance(Fields fields) throws WireException {
        String cause = fields.text("cause");
        String consequence = fields.text("consequence");
        String action = fields.text("action");
        Duration timeToRespond = fields.duration("timeToRespond");
        return FieldValues.valid(() -> new Guidance(cause, consequence, action, timeToRespond));
    }
}
