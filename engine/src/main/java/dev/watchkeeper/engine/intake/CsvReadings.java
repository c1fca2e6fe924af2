package dev.watchkeeper.engine.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the readings of a file from its first line of data to its last, in the order of the file and in constant memory.
 * Empty lines are passed over; every other line gives one row.
 *
 * <p>Not thread-safe, but {@link #bytesRead} may be asked from any thread. Throws {@link CsvException} when the file can
 * no longer be read.
 */
public final class CsvReadings implements Iterator<CsvRow>, AutoCloseable {
    private final Path file;
    private final CsvLayout layout;
    private final CsvCells cells;
    private final CountingStream bytes;
    private final CsvLines lines;
    private final long totalBytes;
    private final AssetId asset;
    private final Map<String, SensorId> sensors = new HashMap<>();
    private CsvLines.@Nullable Line next;

    /** @throws CsvException when the file cannot be opened */
    public CsvReadings(Path file, CsvLayout layout, AssetId asset) {
        this.file = file;
        this.layout = layout;
        this.asset = asset;
        this.cells = new CsvCells(layout.separator());
        for (CsvColumn column : layout.values()) {
            sensors.put(column.name(), new SensorId(asset, column.name()));
        }
        try {
            totalBytes = Files.size(file);
            bytes = new CountingStream(Files.newInputStream(file));
        } catch (IOException e) {
            throw unreadable(e);
        }
        lines = new CsvLines(new InputStreamReader(bytes, layout.encoding().charset()));
        try {
            bytes.skipNBytes(layout.encoding().markBytes());
            do {
                advance();
            } while (next != null && next.number() < layout.firstLine());
        } catch (IOException e) {
            close();
            throw unreadable(e);
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public CsvRow next() {
        CsvLines.Line line = next;
        if (line == null) {
            throw new NoSuchElementException("all lines of " + file + " are read");
        }
        CsvRow row = row(line);
        try {
            advance();
        } catch (IOException e) {
            throw unreadable(e);
        }
        return row;
    }

    /** How much of the file has been read, a little ahead of the rows. */
    public long bytesRead() {
        return bytes.count();
    }

    public long totalBytes() {
        return totalBytes;
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void advance() throws IOException {
        do {
            next = lines.read();
        } while (next != null && next.isBlank());
    }

    private CsvRow row(CsvLines.Line line) {
        if (line.cut()) {
            return rejected(line, "The line has more than " + CsvLines.LONGEST + " characters.");
        }
        CsvTable.Row row;
        try {
            row = new CsvTable.Row(line.number(), cells.of(line.text()));
        } catch (CsvParseException e) {
            return rejected(line, "A quote is not closed, or something follows a closing quote.");
        }
        if (row.cells().size() != layout.columns()) {
            return rejected(line, "The line has " + row.cells().size() + " cells, not " + layout.columns() + ".");
        }
        String time = row.cells(layout.timeColumns());
        try {
            return row(line, row, layout.timeFormat().parse(time, layout.zone()));
        } catch (DateTimeException e) {
            return rejected(
                    line,
                    CsvNumbers.isMissing(time)
                            ? "The line has no time."
                            : "The time \"" + CsvNumbers.shown(time) + "\" is not written as "
                                    + layout.timeFormat().description() + ".");
        }
    }

    private CsvRow row(CsvLines.Line line, CsvTable.Row row, Instant time) {
        List<Reading> readings = new ArrayList<>(layout.values().size());
        String problem = null;
        int missing = 0;
        for (CsvColumn column : layout.values()) {
            String cell = row.cell(column.index());
            if (CsvNumbers.isMissing(cell)) {
                missing++;
                continue;
            }
            try {
                double value = CsvNumbers.parse(cell, layout.decimal());
                readings.add(Reading.good(sensor(column, row), time, value));
            } catch (NumberFormatException e) {
                problem = problem != null ? problem : "In column " + column.name() + " " + e.getMessage() + ".";
            } catch (IllegalArgumentException e) {
                problem = "The sensor cannot be named: " + e.getMessage() + ".";
            }
        }
        return problem == null
                ? new AcceptedRow(line.number(), readings, missing, labels(row))
                : new RejectedRow(line.number(), readings, problem, line.text());
    }

    private SensorId sensor(CsvColumn column, CsvTable.Row row) {
        Integer named = layout.sensorColumnOrNull();
        String name = named == null ? column.name() : CsvColumn.sensorName(row.cell(named));
        SensorId known = sensors.get(name);
        if (known != null) {
            return known;
        }
        SensorId sensor = new SensorId(asset, name);
        if (sensors.size() < Asset.MOST_SENSORS) {
            sensors.put(name, sensor);
        }
        return sensor;
    }

    private Set<String> labels(CsvTable.Row row) {
        Set<String> set = Set.of();
        for (CsvColumn label : layout.labels()) {
            String cell = row.cell(label.index());
            if (CsvNumbers.isNumber(cell, layout.decimal()) && CsvNumbers.parse(cell, layout.decimal()) != 0) {
                set = set.isEmpty() ? new HashSet<>() : set;
                set.add(label.name());
            }
        }
        return set;
    }

    private static RejectedRow rejected(CsvLines.Line line, String reason) {
        return new RejectedRow(line.number(), List.of(), reason, line.text());
    }

    private CsvException unreadable(IOException e) {
        return new CsvException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
}
