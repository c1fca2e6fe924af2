package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.intake.AcceptedRow;
import dev.watchkeeper.engine.intake.CsvAssets;
import dev.watchkeeper.engine.intake.CsvColumn;
import dev.watchkeeper.engine.intake.CsvException;
import dev.watchkeeper.engine.intake.CsvLayout;
import dev.watchkeeper.engine.intake.CsvLayoutFinder;
import dev.watchkeeper.engine.intake.CsvOptions;
import dev.watchkeeper.engine.intake.CsvReadings;
import dev.watchkeeper.engine.intake.CsvRow;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a labelled file, laid out in any way that a replay would understand. */
final class LabelledCsv {
    private static final Pattern CHANGE_POINT = Pattern.compile("(?i).*change.?point.*");

    private final Path file;
    private final String name;
    private final CsvLayout layout;
    private final AssetId asset;
    private final @Nullable String labelColumn;
    private final @Nullable List<TimeSpan> windows;
    private final Map<SensorId, Integer> places = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, Line> byTime = new HashMap<>();
    private long leftOut;

    private static final class Line {
        final long time;
        final double[] values;
        boolean anomalous;

        Line(long time, int sensors) {
            this.time = time;
            values = new double[sensors];
            Arrays.fill(values, Double.NaN);
        }
    }

    private LabelledCsv(
            Path file, String name, CsvLayout layout, @Nullable String labelColumn, @Nullable List<TimeSpan> windows) {
        this.file = file;
        this.name = name;
        this.layout = layout;
        this.labelColumn = labelColumn;
        this.windows = windows;
        asset = CsvAssets.nameOf(file);
    }

    /**
     * Reads a file.
     *
     * @param name path below the directory that is evaluated
     * @param labelOrNull the column with the labels, or null to find it by its name
     * @param windowsOrNull where the file is abnormal, or null where a column of it says so
     * @throws CsvException when it cannot be read or no labels are found; says what was looked for
     */
    static LabelledRecording read(
            Path file,
            String name,
            CsvOptions options,
            @Nullable String labelOrNull,
            @Nullable List<TimeSpan> windowsOrNull) {
        CsvLayout layout = CsvLayoutFinder.find(file, options);
        String label = windowsOrNull == null ? labelColumn(file, layout, labelOrNull) : null;
        return new LabelledCsv(file, name, layout, label, windowsOrNull).read();
    }

    private static String labelColumn(Path file, CsvLayout layout, @Nullable String asked) {
        List<String> labels = layout.labels().stream().map(CsvColumn::name).toList();
        if (asked == null) {
            return labels.stream()
                    .filter(label -> !CHANGE_POINT.matcher(label).matches())
                    .findFirst()
                    .orElseThrow(() -> new NoLabelsException("In " + file.getFileName()
                            + " no labels were found: looked for a column of 0 and 1 named label, anomaly, is_anomaly or"
                            + " outlier. Name it with --label COLUMN, or give windows with --labels FILE."));
        }
        List<String> known = Stream.concat(
                        labels.stream(), layout.values().stream().map(CsvColumn::name))
                .toList();
        return known.stream()
                .filter(column -> column.equalsIgnoreCase(asked.strip()))
                .findFirst()
                .orElseThrow(() -> new CsvException("In " + file.getFileName() + " there is no column " + asked
                        + " of 0 and 1 for the labels; its columns with numbers are " + String.join(", ", known)
                        + "."));
    }

    private LabelledRecording read() {
        List<SensorId> sensors = CsvAssets.describe(file, layout, asset).sensors().stream()
                .map(Sensor::id)
                .filter(sensor -> !isLabel(sensor))
                .toList();
        if (sensors.isEmpty()) {
            throw new CsvException("In " + file.getFileName() + " there is no sensor beside the labels.");
        }
        sensors.forEach(sensor -> places.put(sensor, places.size()));
        try (CsvReadings rows = new CsvReadings(file, layout, asset)) {
            while (rows.hasNext()) {
                take(rows.next());
            }
        }
        lines.sort(Comparator.comparingLong(line -> line.time));
        long[] times = lines.stream().mapToLong(line -> line.time).toArray();
        List<TimeSpan> given = windows;
        return new LabelledRecording(
                name,
                sensors,
                times,
                lines.stream().map(line -> line.values).toList(),
                given != null ? given : Spans.of(times, row -> lines.get(row).anomalous),
                leftOut);
    }

    private boolean isLabel(SensorId sensor) {
        return sensor.name().equals(labelColumn);
    }

    private void take(CsvRow row) {
        Optional<Reading> any = row.readings().stream().findFirst();
        if (!(row instanceof AcceptedRow accepted)) {
            leftOut++;
        } else if (any.isPresent()) {
            take(accepted, any.get().time().toEpochMilli());
        }
    }

    private void take(AcceptedRow row, long time) {
        Line line = layout.sensorColumn().isPresent() ? byTime.computeIfAbsent(time, this::begin) : begin(time);
        line.anomalous |= labelColumn != null && row.labels().contains(labelColumn);
        for (Reading reading : row.readings()) {
            if (isLabel(reading.sensor())) {
                line.anomalous |= label(reading.value(), row.line());
            } else {
                line.values[place(reading.sensor())] = reading.value();
            }
        }
    }

    private Line begin(long time) {
        Line line = new Line(time, places.size());
        lines.add(line);
        return line;
    }

    private int place(SensorId sensor) {
        Integer place = places.get(sensor);
        if (place == null) {
            throw new IllegalStateException(sensor + " is none of the sensors that " + file + " was found to have");
        }
        return place;
    }

    private boolean label(double value, long line) {
        if (value != 0 && value != 1) {
            throw new CsvException("In " + file.getFileName() + " column " + labelColumn + " holds " + value
                    + " in line " + line + ", but a label is 0 or 1.");
        }
        return value == 1;
    }
}
