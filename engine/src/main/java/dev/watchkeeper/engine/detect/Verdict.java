package dev.watchkeeper.engine.detect;

import java.util.List;

/** What came of one sample: its score, and the messages of episodes that it opened, worsened or closed; mostly none. */
public record Verdict(Score score, List<Detection> detections) {
    public Verdict {
        detections = List.copyOf(detections);
    }
}
