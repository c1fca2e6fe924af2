package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;

/** One file of somebody's own data: the rows of all its sensors in the order of time, and where they are abnormal. */
final class LabelledRecording {
    private final String name;
    private final List<SensorId> sensors;
    private final long[] times;
    private final List<double[]> rows;
    private final List<TimeSpan> windows;
    private final boolean[] anomalous;
    private final long leftOut;

    /**
     * A recording as it was read.
     *
     * @param name path below the directory that is evaluated
     * @param rows one value per sensor, NaN where there is none; in the order of time
     * @param windows where it is abnormal, in the order of time
     * @param leftOut lines of the file that could not be read
     */
    LabelledRecording(
            String name,
            List<SensorId> sensors,
            long[] timesMillis,
            List<double[]> rows,
            List<TimeSpan> windows,
            long leftOut) {
        this.name = name;
        this.sensors = List.copyOf(sensors);
        this.times = timesMillis.clone();
        this.rows = List.copyOf(rows);
        this.windows = List.copyOf(windows);
        this.leftOut = leftOut;
        anomalous = new boolean[times.length];
        for (int row = 0; row < times.length; row++) {
            anomalous[row] = Spans.overlapsAny(Spans.span(times[row], times[row]), windows);
        }
    }

    String name() {
        return name;
    }

    List<SensorId> sensors() {
        return sensors;
    }

    int size() {
        return times.length;
    }

    long timeMillis(int row) {
        return times[row];
    }

    long[] times() {
        return times.clone();
    }

    double[] row(int row) {
        return rows.get(row);
    }

    /** All values of a sensor, one per row. */
    double[] values(int sensor) {
        return rows.stream().mapToDouble(row -> row[sensor]).toArray();
    }

    List<TimeSpan> windows() {
        return windows;
    }

    boolean isAnomalous(int row) {
        return anomalous[row];
    }

    long leftOut() {
        return leftOut;
    }
}
