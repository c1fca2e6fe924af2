package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.signal.AssetId;

/** A message of an episode on the detections topic. */
public record DetectionMessage(Detection detection) implements DetectionRecord {
    @Override
    public AssetId asset() {
        return detection.asset();
    }
}
