package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;

/** How far back the journal is shown. */
public enum JournalSpan {
    DAY("24 h", Duration.ofDays(1)),
    WEEK("7 days", Duration.ofDays(7)),
    MONTH("30 days", Duration.ofDays(30)),
    EVER("All", Duration.ofDays(36_500));

    private final String label;
    private final Duration length;

    JournalSpan(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    public String label() {
        return label;
    }

    /** Up to now; a line that is written at this moment belongs to it. */
    TimeSpan until(Instant now) {
        return TimeSpan.before(now.plusMillis(1), length);
    }
}
