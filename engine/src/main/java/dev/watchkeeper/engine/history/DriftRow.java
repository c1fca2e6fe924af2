package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.drift.DistributionDistance;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.drift.FeatureLevel;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.vm.api.MemoryCR;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of drift: one feature of a report, with the report's spans. */
record DriftRow(SensorId sensor, TimeSpan window, TimeSpan reference, FeatureDrift drift) {
    /** The table's own columns, in the order of their indexes. */
    static final String COLUMNS = "reference_mean DOUBLE, reference_spread DOUBLE, current_mean DOUBLE,"
            + " current_spread DOUBLE, adwin DOUBLE, adwin_limit DOUBLE, psi DOUBLE, psi_limit DOUBLE, distance DOUBLE,"
            + " distance_limit DOUBLE, p_value DOUBLE, size DOUBLE, distance_kind BYTE, direction BYTE, stage BYTE,"
            + " since LONG, window_start LONG, reference_start LONG, reference_end LONG";

    private static final int NUMBERS = SensorTable.FIRST;
    private static final int KIND = NUMBERS + 12;
    private static final int DIRECTION = KIND + 1;
    private static final int STAGE = DIRECTION + 1;
    private static final int SINCE = STAGE + 1;
    private static final int WINDOW_START = SINCE + 1;
    private static final int REFERENCE_START = WINDOW_START + 1;
    private static final int REFERENCE_END = REFERENCE_START + 1;
    /** What QuestDB takes for no number. */
    private static final long NONE = Long.MIN_VALUE;

    static DriftRow of(DriftReport report, FeatureDrift drift) {
        return new DriftRow(report.sensor(), report.window(), report.reference(), drift);
    }

    DriftKey key() {
        return new DriftKey(sensor, drift.feature());
    }

    long timeMillis() {
        return window.end().toEpochMilli();
    }

    void write(TableWriter.Row row) {
        double[] numbers = {
            drift.reference().mean(),
            drift.reference().spread(),
            drift.current().mean(),
            drift.current().spread(),
            drift.adwin().value(),
            drift.adwin().limit(),
            drift.psi().value(),
            drift.psi().limit(),
            drift.distance().statistic().value(),
            drift.distance().statistic().limit(),
            drift.distance().pValue(),
            drift.size()
        };
        for (int i = 0; i < numbers.length; i++) {
            row.putDouble(NUMBERS + i, numbers[i]);
        }
        row.putByte(KIND, DriftCodes.code(drift.distance().kind()));
        row.putByte(DIRECTION, DriftCodes.code(drift.direction()));
        row.putByte(STAGE, DriftCodes.code(drift.stage()));
        Instant since = drift.sinceOrNull();
        row.putLong(SINCE, since == null ? NONE : since.toEpochMilli());
        row.putLong(WINDOW_START, window.start().toEpochMilli());
        row.putLong(REFERENCE_START, reference.start().toEpochMilli());
        row.putLong(REFERENCE_END, reference.end().toEpochMilli());
    }

    /** Reads the rows of one partition. */
    static final class Reader {
        private final DriftKey key;
        private final MemoryCR[] columns = new MemoryCR[REFERENCE_END + 1];

        Reader(DriftKey key, RowColumns partition) {
            this.key = key;
            for (int column = NUMBERS; column < columns.length; column++) {
                columns[column] = partition.column(column);
            }
        }

        DriftRow read(long row, long timeMillis) {
            long since = columns[SINCE].getLong(row * Long.BYTES);
            @Nullable Instant began = since == NONE ? null : Instant.ofEpochMilli(since);
            FeatureDrift drift = new FeatureDrift(
                    key.feature(),
                    new FeatureLevel(number(0, row), number(1, row)),
                    new FeatureLevel(number(2, row), number(3, row)),
                    new DriftStatistic(number(4, row), number(5, row)),
                    new DriftStatistic(number(6, row), number(7, row)),
                    new DistributionDistance(
                            DriftCodes.kind(columns[KIND].getByte(row)),
                            new DriftStatistic(number(8, row), number(9, row)),
                            number(10, row)),
                    DriftCodes.direction(columns[DIRECTION].getByte(row)),
                    number(11, row),
                    DriftCodes.stage(columns[STAGE].getByte(row)),
                    began);
            return new DriftRow(
                    key.sensor(),
                    new TimeSpan(time(WINDOW_START, row), Instant.ofEpochMilli(timeMillis)),
                    new TimeSpan(time(REFERENCE_START, row), time(REFERENCE_END, row)),
                    drift);
        }

        private double number(int index, long row) {
            return columns[NUMBERS + index].getDouble(row * Double.BYTES);
        }

        private Instant time(int column, long row) {
            return Instant.ofEpochMilli(columns[column].getLong(row * Long.BYTES));
        }
    }
}
