package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.signal.Reading;
import java.util.List;

/**
 * A line in which something could not be read.
 *
 * @param reason one sentence
 * @param text the line, cut to {@link #LONGEST_TEXT} characters
 */
public record RejectedRow(long line, List<Reading> readings, String reason, String text) implements CsvRow {
    /** The longest text that is kept of a line, in characters. */
    public static final int LONGEST_TEXT = 1_024;

    public RejectedRow {
        readings = List.copyOf(readings);
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
