package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.signal.Reading;
import java.util.List;

/** What a line of a file gave. */
public sealed interface CsvRow permits AcceptedRow, RejectedRow {
    /** The line's number, from 1 on. */
    long line();

    /** In the order of the columns. Of a rejected row, those of its sound cells: one bad cell does not cost the others. */
    List<Reading> readings();
}
