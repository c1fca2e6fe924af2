package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.model.RateCounts;

/** A {@link SpeechTally} while it grows. Not thread-safe. */
final class SpeechCounts {
    private final RateCounts rates;
    private long samples;
    private long episodes;

    SpeechCounts(Sensitivity sensitivity) {
        rates = new RateCounts(sensitivity);
    }

    void add(Verdict verdict) {
        if (!verdict.score().warmingUp()) {
            samples++;
            rates.add(verdict.score());
        }
        for (Detection detection : verdict.detections()) {
            if (detection.phase() == Detection.Phase.OPENED) {
                episodes++;
            }
        }
    }

    SpeechTally tally() {
        return new SpeechTally(samples, episodes, rates.checks());
    }

    void write(StateWriter out) {
        out.putLong(samples);
        out.putLong(episodes);
        rates.write(out);
    }

    void read(StateReader in) {
        samples = in.getLong();
        episodes = in.getLong();
        rates.read(in);
    }
}
