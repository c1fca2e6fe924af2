package dev.watchkeeper.app.overview;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plant at one moment.
 *
 * @param load how many alarms opened in each of the last two hours' ten minutes, the newest last
 * @param deviations the largest first
 * @param devices how many sensors there are in each state; none missing
 */
public record Overview(
        List<Tile> tiles,
        List<Integer> load,
        List<Deviation> deviations,
        Map<DeviceState, Integer> devices,
        PipelineStatus pipeline) {
    public Overview {
        tiles = List.copyOf(tiles);
        load = List.copyOf(load);
        deviations = List.copyOf(deviations);
        devices = Map.copyOf(devices);
    }

    /**
     * One asset.
     *
     * @param alarm the most urgent that is not over
     * @param alarms how many are not over
     */
    public record Tile(
            AssetId id, String label, String area, Optional<Alarm> alarm, int alarms, List<SensorLine> sensors) {
        /** Whether anything about it asks for a look. */
        public boolean abnormal() {
            return alarm.isPresent() || sensors.stream().anyMatch(SensorLine::abnormal);
        }

        /** All lines while they are few; else as many, the abnormal ones before the others, both in their order. */
        List<SensorLine> foremost(int most) {
            if (sensors.size() <= most) {
                return sensors;
            }
            Stream<SensorLine> abnormal = sensors.stream().filter(SensorLine::abnormal);
            Stream<SensorLine> others = sensors.stream().filter(line -> !line.abnormal());
            return Stream.concat(abnormal, others).limit(most).toList();
        }
    }

    /**
     * One sensor of an asset.
     *
     * @param value NaN before the first reading
     * @param expectedLow lower edge of the band in which the value was expected, or NaN
     * @param expectedHigh upper edge, or NaN
     * @param spark its course over the last minutes
     * @param alarm priority of the most urgent active alarm that it has a share in
     */
    public record SensorLine(
            Sensor sensor,
            double value,
            double expectedLow,
            double expectedHigh,
            DeviceState device,
            String silence,
            Spark spark,
            Optional<Priority> alarm) {
        /** Whether value or device ask for a look. */
        public boolean abnormal() {
            return alarm.isPresent() || outside() || device != DeviceState.GOOD;
        }

        /** Whether the value has left its band. */
        public boolean outside() {
            return value < expectedLow || value > expectedHigh;
        }
    }

    /**
     * A sensor whose value is not as expected.
     *
     * @param asset label of its asset
     * @param words how far, such as {@code 2.4 bar above its band}
     * @param score in [0, 1]
     */
    public record Deviation(Sensor sensor, String asset, double value, String words, double score) {}
}
