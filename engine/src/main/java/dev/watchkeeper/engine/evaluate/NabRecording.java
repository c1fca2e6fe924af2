package dev.watchkeeper.engine.evaluate;

import java.util.List;

/** One file of the corpus. */
final class NabRecording {
    private final String name;
    private final List<String> timestamps;
    private final long[] times;
    private final double[] values;
    private final List<Window> windows;

    /** A labelled window: rows {@code first} to {@code last}, both included. */
    record Window(int first, int last) {
        /** @throws IllegalArgumentException when the window is empty */
        Window {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("no window of rows: " + first + " to " + last);
            }
        }

        int rows() {
            return last - first + 1;
        }

        boolean contains(int row) {
            return row >= first && row <= last;
        }
    }

    /**
     * A file as it was read.
     *
     * @param name path below the corpus, such as {@code realTraffic/speed_7578.csv}
     * @param timestamps as the file writes them, one per row
     * @param timesMillis the same, read as UTC, in milliseconds since 1970
     * @param values one per row
     * @param windows where the anomalies are, in the order of time, without overlap
     */
    NabRecording(String name, List<String> timestamps, long[] timesMillis, double[] values, List<Window> windows) {
        this.name = name;
        this.timestamps = List.copyOf(timestamps);
        this.times = timesMillis.clone();
        this.values = values.clone();
        this.windows = List.copyOf(windows);
    }

    String name() {
        return name;
    }

    int rows() {
        return values.length;
    }

    String timestamp(int row) {
        return timestamps.get(row);
    }

    long timeMillis(int row) {
        return times[row];
    }

    long[] times() {
        return times.clone();
    }

    double[] values() {
        return values.clone();
    }

    double value(int row) {
        return values[row];
    }

    List<Window> windows() {
        return windows;
    }

    /** How many rows at the beginning are not scored: 15 %, at most 750. */
    int probation() {
        return Math.min((int) Math.floor(0.15 * rows()), 750);
    }

    boolean isAnomalous(int row) {
        return windows.stream().anyMatch(window -> window.contains(row));
    }
}
