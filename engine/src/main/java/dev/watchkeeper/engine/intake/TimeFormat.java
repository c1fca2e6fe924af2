package dev.watchkeeper.engine.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;

/** How the times of a file are written. */
public sealed interface TimeFormat permits EpochTime, WrittenTime {
    /**
     * Reads a time.
     *
     * @param zone of a time that tells none
     * @return to the millisecond, rounded towards the past
     * @throws DateTimeException when the text is not such a time
     */
    Instant parse(String text, ZoneId zone);

    /** What it looks like, for people. */
    String description();
}
