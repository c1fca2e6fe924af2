package dev.watchkeeper.engine.intake;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file is laid out: wide, with a column for each sensor, or long, with one value a line and a column that names
 * its sensor.
 *
 * @param decimal a point or a comma
 * @param firstLine the number of the first line with data, from 1 on; what is before it is passed over
 * @param columns how many cells each line has
 * @param timeColumns indices from 0 on; several are joined by a blank before they are read
 * @param zone of times that tell none
 * @param sensorColumnOrNull index of the column with the sensor's name, in a long file
 * @param values the columns with numbers; one in a long file
 * @param labels columns that only say whether a line is abnormal, which are not sensors
 * @param remarks what a person should know of how the layout was found, in sentences
 */
public record CsvLayout(
        CsvEncoding encoding,
        char separator,
        char decimal,
        long firstLine,
        int columns,
        List<Integer> timeColumns,
        TimeFormat timeFormat,
        ZoneId zone,
        @Nullable Integer sensorColumnOrNull,
        List<CsvColumn> values,
        List<CsvColumn> labels,
        List<String> remarks) {
    public CsvLayout {
        timeColumns = List.copyOf(timeColumns);
        values = List.copyOf(values);
        labels = List.copyOf(labels);
        remarks = List.copyOf(remarks);
    }

    /** The index of the column with the sensor's name; empty in a wide file. */
    public Optional<Integer> sensorColumn() {
        return Optional.ofNullable(sensorColumnOrNull);
    }
}
