package dev.watchkeeper.engine.plant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.wire.AssetCodec;
import dev.watchkeeper.engine.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The demo plant as it is described to people, and how its instruments measure; read from the file that ships with the
 * program.
 *
 * @param instruments one for each sensor, in the order of the assets and their sensors
 */
record PlantDescription(List<Asset> assets, List<Instrument> instruments) {
    private static final String FILE = "/dev/watchkeeper/assets/plant/pump-station.json";

    PlantDescription {
        assets = List.copyOf(assets);
        instruments = List.copyOf(instruments);
    }

    static PlantDescription load() {
        try (InputStream in = PlantDescription.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program has no file " + FILE);
            }
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** @throws IllegalArgumentException when the file is not as it should be; says where */
    static PlantDescription parse(byte[] file) {
        try {
            List<Asset> assets = AssetCodec.decodeAll(file);
            List<Instrument> instruments = new ArrayList<>();
            for (JsonNode asset : new JsonMapper().readTree(file).path("assets")) {
                for (JsonNode sensor : asset.path("sensors")) {
                    SensorId id = SensorId.of(
                            asset.path("asset").asText(), sensor.path("name").asText());
                    instruments.add(instrument(id, sensor.path("instrument")));
                }
            }
            return new PlantDescription(assets, instruments);
        } catch (WireException e) {
            throw new IllegalArgumentException("the plant's description cannot be used: " + e.sentence(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the plant's description is not JSON", e);
        }
    }

    private static Instrument instrument(SensorId sensor, JsonNode node) {
        return new Instrument(
                sensor,
                number(sensor, node, "nominal"),
                number(sensor, node, "noise"),
                number(sensor, node, "resolution"),
                number(sensor, node, "low"),
                number(sensor, node, "high"));
    }

    private static double number(SensorId sensor, JsonNode node, String field) {
        if (!node.path(field).isNumber()) {
            throw new IllegalArgumentException("the instrument of " + sensor + " has no number " + field);
        }
        return node.path(field).doubleValue();
    }
}
