package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes in reports of drift, and tells the operator when what drifts is not what it was. Thread-safe. */
final class DriftDesk {
    private final CardBoard board;
    private final DriftNotices notices;
    private final RetrainWatch watch;
    private final Map<AssetId, List<SensorId>> noticed = new HashMap<>();

    DriftDesk(CardBoard board, DriftNotices notices, RetrainWatch watch) {
        this.board = board;
        this.notices = notices;
        this.watch = watch;
    }

    void take(List<DriftReport> reports) {
        Map<AssetId, List<DriftReport>> byAsset = reports.stream()
                .collect(Collectors.groupingBy(report -> report.sensor().asset(), TreeMap::new, Collectors.toList()));
        byAsset.forEach((asset, ofAsset) -> {
            board.update(asset, models -> ofAsset.forEach(models::drifted));
            look(asset);
        });
    }

    /** Compares what drifts with what was told of last. */
    synchronized void look(AssetId asset) {
        Told now = board.change(
                asset, models -> new Told(models.drift(), models.driftToldAt().orElse(Instant.EPOCH)));
        List<SensorId> drifting = now.drift.driftingSensors();
        List<SensorId> before = noticed.put(asset, drifting);
        if (drifting.equals(before)) {
            return;
        }
        if (now.drift.stage() == DriftStage.DRIFTING) {
            notices.drifting(now.drift, now.at);
        } else if (before != null && !before.isEmpty()) {
            notices.steady(asset, now.at);
        }
        watch.look(asset);
    }

    private record Told(AssetDrift drift, Instant at) {}
}
