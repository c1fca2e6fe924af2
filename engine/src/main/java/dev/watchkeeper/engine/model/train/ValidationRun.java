package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.model.PartMetrics;
import dev.watchkeeper.engine.model.RateCounts;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts how often a trained watch speaks on validation. A sample counts when it lies in validation and the longest window that
 * ends with it holds nothing from before the first reading that was added. Not thread-safe.
 */
final class ValidationRun {
    private final TimeSpan validation;
    private final Instant[] recent;
    private final RateCounts rates;
    private final Extent windows = new Extent();
    private long added;
    private long counted;
    private int episodes;

    /**
     * Begins to count.
     *
     * @param sensitivity whose rate is checked
     * @param windowSamples how many samples the longest window has
     */
    ValidationRun(Sensitivity sensitivity, TimeSpan validation, int windowSamples) {
        this.validation = validation;
        recent = new Instant[windowSamples];
        rates = new RateCounts(sensitivity);
    }

    void add(Instant time, Verdict verdict) {
        int slot = (int) (added % recent.length);
        recent[slot] = time;
        added++;
        if (added < recent.length || !validation.contains(time)) {
            return;
        }
        if (counted == 0) {
            windows.add(recent[(slot + 1) % recent.length]);
        }
        windows.add(time);
        counted++;
        count(verdict);
    }

    private void count(Verdict verdict) {
        rates.add(verdict.score());
        for (Detection detection : verdict.detections()) {
            if (detection.phase() == Detection.Phase.OPENED) {
                episodes++;
            }
        }
    }

    /** From the first reading of the first window that counted to just after the last; empty when none did. */
    Optional<TimeSpan> windows() {
        return counted == 0 ? Optional.empty() : Optional.of(windows.span());
    }

    /** @param usualInterval how long a sample stands for */
    PartMetrics metrics(Duration usualInterval) {
        return new PartMetrics(usualInterval.multipliedBy(counted), counted, episodes, rates.checks());
    }
}
