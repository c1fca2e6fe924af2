package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Describes a CSV file as an asset whose sensors are its columns, or the names in its sensor column. */
public final class CsvAssets {
    private CsvAssets() {}

    /** The asset that a file is about when nobody tells: its name without the ending. */
    public static AssetId nameOf(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().replaceFirst("(?<=.)\\.[^.]*$", "");
        return new AssetId(name.isBlank() ? "file" : CsvColumn.sensorName(name));
    }

    /**
     * The asset with its sensors. Reads a long file through once, since its sensors are known only then.
     *
     * @throws CsvException when the file cannot be read or names too many sensors
     */
    public static Asset describe(Path file, CsvLayout layout, AssetId asset) {
        List<Sensor> sensors = new ArrayList<>();
        if (layout.sensorColumn().isPresent()) {
            sensorsOfLong(file, layout, asset).forEach(sensor -> sensors.add(Sensor.named(sensor)));
        } else {
            for (CsvColumn column : layout.values()) {
                sensors.add(new Sensor(new SensorId(asset, column.name()), column.name(), column.unit(), null));
            }
        }
        return new Asset(asset, asset.value(), "", sensors);
    }

    private static Set<SensorId> sensorsOfLong(Path file, CsvLayout layout, AssetId asset) {
        Set<SensorId> sensors = new LinkedHashSet<>();
        try (CsvReadings rows = new CsvReadings(file, layout, asset)) {
            while (rows.hasNext()) {
                for (Reading reading : rows.next().readings()) {
                    sensors.add(reading.sensor());
                }
                if (sensors.size() > Asset.MOST_SENSORS) {
                    throw new CsvException("The sensor column of " + file.getFileName() + " names more than "
                            + Asset.MOST_SENSORS + " sensors; split the file, or name another column with --map"
                            + " sensor=COLUMN.");
                }
            }
        }
        return sensors;
    }
}
