package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.DeviceStates;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The states of devices, apart from process alarms (NAMUR NE 107).
 *
 * @param rows what is not good now: the pipeline above, then the worst first
 * @param past what devices went through in the last 24 hours, that which began last first
 * @param devices how many devices are watched
 * @param assets on how many assets
 */
public record DevicePage(List<DeviceRow> rows, List<PastDeviceRow> past, int devices, int assets) {
    private static final Duration PAST = Duration.ofHours(24);
    private static final int MOST = 500;

    public DevicePage {
        rows = List.copyOf(rows);
        past = List.copyOf(past);
    }

    /** Reads all of it. Any thread; waits for a disk. */
    static DevicePage read(DeviceStates devices, PipelineStatus pipeline, Assets assets, Formats formats, Instant now) {
        List<DeviceRow> rows = Stream.concat(
                        DeviceRow.of(pipeline).stream(),
                        devices.notGood().stream().map(status -> DeviceRow.of(status, assets, formats, now)))
                .toList();
        List<PastDeviceRow> past = devices.episodes(TimeSpan.before(now, PAST), MOST).stream()
                .map(episode -> PastDeviceRow.of(episode, assets, formats, now))
                .toList();
        int sensors =
                assets.all().stream().mapToInt(asset -> asset.sensors().size()).sum();
        return new DevicePage(rows, past, sensors, assets.all().size());
    }

    /** How many lines there would be. Quick. */
    static int count(DeviceStates devices, PipelineStatus pipeline) {
        return devices.notGood().size() + (DeviceRow.of(pipeline).isPresent() ? 1 : 0);
    }
}
