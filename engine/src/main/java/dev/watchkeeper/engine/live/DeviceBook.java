package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.Collection;
import java.util.List;

/** Keeps what devices went through. Lines are added, never changed and never taken away. Thread-safe; waits for a disk. */
public interface DeviceBook {
    /** Adds all of them in their order, or on failure none. */
    void append(Collection<DeviceChange> changes);

    /** What the last lines say of devices that are not good, by sensor. */
    List<DeviceStatus> standing();

    /** What overlaps a span, that which began last first, at most {@code most}. */
    List<DeviceEpisode> episodes(TimeSpan span, int most);
}
