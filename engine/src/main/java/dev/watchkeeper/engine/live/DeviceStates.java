package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;

/** The states of devices, apart from process alarms (NAMUR NE 107). Thread-safe. */
public interface DeviceStates {
    /** What is not good now, the worst state first, then by sensor. Quick. */
    List<DeviceStatus> notGood();

    /** What devices went through in a span, that which began last first, at most {@code most}. Waits for a disk. */
    List<DeviceEpisode> episodes(TimeSpan span, int most);
}
