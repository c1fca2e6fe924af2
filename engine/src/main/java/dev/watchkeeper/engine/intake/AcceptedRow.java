package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.signal.Reading;
import java.util.List;
import java.util.Set;

/**
 * A line in which everything could be read.
 *
 * @param missing how many cells said that there is no value
 * @param labels the names of the label columns that are set in it
 */
public record AcceptedRow(long line, List<Reading> readings, int missing, Set<String> labels) implements CsvRow {
    public AcceptedRow {
        readings = List.copyOf(readings);
        labels = Set.copyOf(labels);
    }
}
