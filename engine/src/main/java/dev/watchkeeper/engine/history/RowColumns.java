package dev.watchkeeper.engine.history;

import io.questdb.cairo.TableReader;
import io.questdb.cairo.vm.api.MemoryCR;

/** The columns of one partition of a {@link SensorTable}, mapped into memory while its reader is open. */
final class RowColumns {
    private final TableReader reader;
    private final int base;
    private final long rows;
    private final MemoryCR time;
    private final MemoryCR sensor;

    RowColumns(TableReader reader, int partition) {
        this.reader = reader;
        rows = reader.openPartition(partition);
        base = reader.getColumnBase(partition);
        time = column(SensorTable.TIME);
        sensor = column(SensorTable.SENSOR);
    }

    long rows() {
        return rows;
    }

    /** The memory of a column, one value after the other. */
    MemoryCR column(int index) {
        return reader.getColumn(TableReader.getPrimaryColumnIndex(base, index));
    }

    long timeMicros(long row) {
        return time.getLong(row * Long.BYTES);
    }

    /** The sensor's key in the table's symbol table. */
    int sensor(long row) {
        return sensor.getInt(row * Integer.BYTES);
    }

    /** The first row at or after a moment; the number of rows when there is none. */
    long firstAtOrAfter(long micros) {
        long low = 0;
        long high = rows;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (timeMicros(middle) < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
