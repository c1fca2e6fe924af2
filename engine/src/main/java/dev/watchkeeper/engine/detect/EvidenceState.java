package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How evidence stands in a snapshot. */
final class EvidenceState {
    private EvidenceState() {}

    static void write(StateWriter out, Evidence evidence) {
        out.putInt(evidence.parts().size());
        for (ScorePart part : evidence.parts()) {
            out.putText(part.sensor().toString());
            out.putText(part.kind().name());
            out.putInt(part.samples());
            out.putDouble(part.size());
            out.putDouble(part.share());
        }
        out.putInt(evidence.earlier().size());
        for (EarlierWindow earlier : evidence.earlier()) {
            out.putText(earlier.sensor().toString());
            write(out, earlier.window());
            write(out, earlier.earlier());
            out.putDouble(earlier.distance());
            out.putDouble(earlier.usual());
        }
    }

    static Evidence read(StateReader in) {
        List<ScorePart> parts = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            parts.add(new ScorePart(
                    SensorId.parse(in.getText()), kind(in.getText()), in.getInt(), in.getDouble(), in.getDouble()));
        }
        List<EarlierWindow> earlier = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            earlier.add(new EarlierWindow(
                    SensorId.parse(in.getText()), span(in), span(in), in.getDouble(), in.getDouble()));
        }
        return new Evidence(parts, earlier);
    }

    private static ScorePart.Kind kind(String name) {
        try {
            return ScorePart.Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableStateException("no part of a score is called " + name, e);
        }
    }

    private static void write(StateWriter out, TimeSpan span) {
        out.putLong(span.start().toEpochMilli());
        out.putLong(span.end().toEpochMilli());
    }

    private static TimeSpan span(StateReader in) {
        return new TimeSpan(Instant.ofEpochMilli(in.getLong()), Instant.ofEpochMilli(in.getLong()));
    }
}
