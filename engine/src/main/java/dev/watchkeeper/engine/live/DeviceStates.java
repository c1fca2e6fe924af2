package dev.watchkeeper.engine.live;

import java.util.List;

/** The states of devices, apart from process alarms (NAMUR NE 107). Thread-safe and quick. */
@FunctionalInterface
public interface DeviceStates {
    /** None is known to be other than good. */
    DeviceStates NONE = List::of;

    /** What is not good now, the worst state first, then by sensor. */
    List<DeviceStatus> notGood();
}
