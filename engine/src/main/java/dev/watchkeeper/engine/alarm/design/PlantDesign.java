package dev.watchkeeper.engine.alarm.design;

import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.DesignLogic;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.Asset;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Suppresses all alarms of an asset while a maintenance window of it is open, or while it is stopped (ISA-18.2, suppressed by
 * design). Thread-safe.
 */
public final class PlantDesign implements DesignLogic {
    private final Assets assets;
    private final MaintenanceWindows windows;
    private final StoppedAssets stopped;

    public PlantDesign(Assets assets, LiveReadings live, MaintenanceWindows windows) {
        this.assets = assets;
        this.windows = windows;
        stopped = new StoppedAssets(live);
    }

    @Override
    public Map<AlarmSource, String> suppressed(Instant now) {
        Map<AlarmSource, String> reasons = new HashMap<>();
        for (MaintenanceWindow window : windows.all()) {
            if (window.isOpen(now)) {
                reasons.putIfAbsent(
                        AlarmSource.all(window.asset()),
                        "Maintenance window of " + window.by() + ": " + window.reason());
            }
        }
        for (Asset asset : assets.all()) {
            Optional<String> why = stopped.stopped(asset, now);
            why.ifPresent(reason -> reasons.putIfAbsent(AlarmSource.all(asset.id()), reason));
        }
        return reasons;
    }
}
