package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.ArrayList;
import java.util.List;

/** How contributions stand in a snapshot. */
final class Contributions {
    private Contributions() {}

    static void write(StateWriter out, List<Contribution> contributions) {
        out.putInt(contributions.size());
        for (Contribution contribution : contributions) {
            out.putText(contribution.sensor().toString());
            out.putDouble(contribution.share());
        }
    }

    static List<Contribution> read(StateReader in) {
        int count = in.getInt();
        List<Contribution> contributions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            contributions.add(new Contribution(SensorId.parse(in.getText()), in.getDouble()));
        }
        return List.copyOf(contributions);
    }
}
