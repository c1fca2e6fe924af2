package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.signal.Reading;
import java.util.Arrays;
import java.util.List;

/** Sums readings up into columns: lowest, highest, first and last of each, so that no spike is lost. */
final class Decimator {
    private final long[] timeMillis;
    private final double[] low;
    private final double[] high;
    private final double[] first;
    private final double[] last;
    private final int[] count;
    private int size;

    private Decimator(int columns) {
        timeMillis = new long[columns];
        low = new double[columns];
        high = new double[columns];
        first = new double[columns];
        last = new double[columns];
        count = new int[columns];
    }

    /** The columns that hold a reading. Readings outside the buckets are left out. */
    static Series columns(List<Reading> inOrderOfTime, Buckets buckets) {
        Decimator decimator = new Decimator(Math.min(buckets.count(), inOrderOfTime.size()));
        long open = Long.MIN_VALUE;
        for (Reading reading : inOrderOfTime) {
            long millis = reading.time().toEpochMilli();
            if (millis < buckets.startMillis() || millis >= buckets.endMillis()) {
                continue;
            }
            long bucket = (millis - buckets.startMillis()) / buckets.lengthMillis();
            if (bucket == open) {
                decimator.widen(reading.value());
            } else {
                decimator.open(millis, reading.value());
                open = bucket;
            }
        }
        return decimator.series();
    }

    /** One series after the other. */
    static Series joined(Series earlier, Series later) {
        if (earlier.size() == 0) {
            return later;
        }
        if (later.size() == 0) {
            return earlier;
        }
        Decimator all = new Decimator(earlier.size() + later.size());
        all.append(earlier);
        all.append(later);
        return all.series();
    }

    private void append(Series series) {
        for (int i = 0; i < series.size(); i++, size++) {
            timeMillis[size] = series.timeMillis(i);
            low[size] = series.low(i);
            high[size] = series.high(i);
            first[size] = series.first(i);
            last[size] = series.last(i);
            count[size] = series.count(i);
        }
    }

    private void open(long millis, double value) {
        timeMillis[size] = millis;
        low[size] = value;
        high[size] = value;
        first[size] = value;
        last[size] = value;
        count[size] = 1;
        size++;
    }

    private void widen(double value) {
        int at = size - 1;
        low[at] = Math.min(low[at], value);
        high[at] = Math.max(high[at], value);
        last[at] = value;
        count[at]++;
    }

    private Series series() {
        return new Series(
                Arrays.copyOf(timeMillis, size),
                Arrays.copyOf(low, size),
                Arrays.copyOf(high, size),
                Arrays.copyOf(first, size),
                Arrays.copyOf(last, size),
                Arrays.copyOf(count, size));
    }
}
