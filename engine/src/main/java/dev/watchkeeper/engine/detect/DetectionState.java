package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;

/** How a detection stands in a snapshot; times to the millisecond. */
public final class DetectionState {
    private DetectionState() {}

    public static void write(StateWriter out, Detection detection) {
        out.putText(detection.id().value());
        out.putText(detection.asset().value());
        out.putText(detection.rule());
        out.putText(detection.phase().name());
        out.putLong(detection.openedAt().toEpochMilli());
        out.putLong(detection.at().toEpochMilli());
        out.putLong(detection.window().start().toEpochMilli());
        out.putLong(detection.window().end().toEpochMilli());
        out.putDouble(detection.peakScore());
        out.putDouble(detection.falseAlarmsPerDay());
        Contributions.write(out, detection.contributions());
        EvidenceState.write(out, detection.evidence());
    }

    public static Detection read(StateReader in) {
        return new Detection(
                new DetectionId(in.getText()),
                new AssetId(in.getText()),
                in.getText(),
                Detection.Phase.valueOf(in.getText()),
                Instant.ofEpochMilli(in.getLong()),
                Instant.ofEpochMilli(in.getLong()),
                new TimeSpan(Instant.ofEpochMilli(in.getLong()), Instant.ofEpochMilli(in.getLong())),
                in.getDouble(),
                in.getDouble(),
                Contributions.read(in),
                EvidenceState.read(in));
    }
}
