package dev.watchkeeper.engine.evaluate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads the Skoltech Anomaly Benchmark: {@code valve1}, {@code valve2} and {@code other} with files that have a
 * {@code datetime}, one column per sensor, {@code anomaly} and {@code changepoint}, separated by semicolons.
 */
final class SkabCorpus {
    private static final List<String> GROUPS = List.of("valve1", "valve2", "other");
    private static final String TIME = "datetime";
    private static final String ANOMALY = "anomaly";
    private static final String CHANGEPOINT = "changepoint";
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private SkabCorpus() {}

    /**
     * All labelled recordings, sorted by group and name.
     *
     * @throws IOException when a group is missing or a recording cannot be read; the message names it
     */
    static List<SkabRecording> read(Path directory) throws IOException {
        List<SkabRecording> recordings = new ArrayList<>();
        for (String group : GROUPS) {
            Path files = directory.resolve(group);
            if (!Files.isDirectory(files)) {
                throw new IOException("no SKAB corpus, " + files + " is missing");
            }
            try (Stream<Path> found = Files.list(files)) {
                List<Path> sorted = found.filter(file -> file.toString().endsWith(".csv"))
                        .sorted()
                        .toList();
                for (Path file : sorted) {
                    recordings.add(read(group, file));
                }
            }
        }
        return recordings;
    }

    private static SkabRecording read(String group, Path file) throws IOException {
        List<SkabRecording.Row> rows = new ArrayList<>();
        List<String> names = List.of();
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : records) {
                names = sensors(row);
                rows.add(row(row, names));
            }
        } catch (RuntimeException e) {
            throw new IOException(file + " cannot be read at row " + (rows.size() + 1) + ": " + e.getMessage(), e);
        }
        return new SkabRecording(group, file.getFileName().toString(), names, rows);
    }

    private static List<String> sensors(NamedCsvRecord row) {
        return row.getHeader().stream()
                .filter(column -> !column.equals(TIME) && !column.equals(ANOMALY) && !column.equals(CHANGEPOINT))
                .toList();
    }

    private static SkabRecording.Row row(NamedCsvRecord row, List<String> sensors) {
        String timestamp = row.getField(TIME);
        List<Double> values = sensors.stream()
                .map(column -> Double.valueOf(row.getField(column)))
                .toList();
        long timeMillis = LocalDateTime.parse(timestamp, TIMESTAMP)
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
        return new SkabRecording.Row(timestamp, timeMillis, values, Double.parseDouble(row.getField(ANOMALY)) > 0.5);
    }
}
