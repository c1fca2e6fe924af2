package dev.watchkeeper.app.rules;

import java.time.Duration;

/** The stretches of the past that are offered for a rehearsal. */
enum RehearsalSpan {
    HOUR("Last hour", Duration.ofHours(1)),
    SHIFT("8 h", Duration.ofHours(8)),
    DAY("24 h", Duration.ofHours(24)),
    WEEK("7 days", Duration.ofDays(7)),
    /** From one moment to another that are typed. */
    CHOSEN("From … to …", Duration.ZERO);

    private final String label;
    private final Duration length;

    RehearsalSpan(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    String label() {
        return label;
    }

    /** Up to now. */
    Duration length() {
        return length;
    }
}
