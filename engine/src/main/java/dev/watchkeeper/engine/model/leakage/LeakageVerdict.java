package dev.watchkeeper.engine.model.leakage;

import java.util.List;

/**
 * What a {@link LeakageReport} came to, in words.
 *
 * @param sentences one for each finding; empty where nothing leaks
 */
public record LeakageVerdict(LeakageReport.Checked checked, List<String> sentences) {
    public LeakageVerdict {
        sentences = List.copyOf(sentences);
    }

    public boolean isClean() {
        return sentences.isEmpty();
    }
}
