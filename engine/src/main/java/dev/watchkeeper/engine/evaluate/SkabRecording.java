package dev.watchkeeper.engine.evaluate;

import java.util.List;

/**
 * One file of the benchmark.
 *
 * @param group the directory, such as {@code valve1}
 * @param name the file, such as {@code 0.csv}
 * @param names of the sensors, in the order of the columns
 * @param rows as they are in the file, in the order of time
 */
record SkabRecording(String group, String name, List<String> names, List<Row> rows) {
    SkabRecording {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param timestamp as the file writes it
     * @param timeMillis the same, read as UTC, in milliseconds since 1970
     * @param values one per sensor, in the order of the columns
     * @param anomalous the label
     */
    record Row(String timestamp, long timeMillis, List<Double> values, boolean anomalous) {
        Row {
            values = List.copyOf(values);
        }

        double[] sample() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    int sensors() {
        return names.size();
    }

    @Override
    public String toString() {
        return group + "/" + name;
    }
}
