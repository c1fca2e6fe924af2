package dev.watchkeeper.engine.alarm.design;

import java.util.List;

/** The maintenance windows of the plant. Thread-safe; what is changed survives the end of the process. */
public interface MaintenanceWindows {
    /** All that may still be open some time, in the order of asset and id. */
    List<MaintenanceWindow> all();

    /**
     * Adds a window, or puts it in the place of the one with its id.
     *
     * @throws IllegalArgumentException when the asset is not described or the window is over already; says what to do
     */
    void add(MaintenanceWindow window);

    /** Removes a window; one that is not there is no matter. */
    void remove(String id);
}
