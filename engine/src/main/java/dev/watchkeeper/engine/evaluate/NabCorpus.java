package dev.watchkeeper.engine.evaluate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the Numenta Anomaly Benchmark: {@code <group>/<file>.csv} and {@code labels/combined_windows.json}. */
final class NabCorpus {
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private NabCorpus() {}

    /**
     * All recordings that the labels name, sorted by name.
     *
     * @throws IOException when the labels or a recording cannot be read; the message names the file
     */
    static List<NabRecording> read(Path directory) throws IOException {
        Path labels = directory.resolve("labels").resolve("combined_windows.json");
        if (!Files.isRegularFile(labels)) {
            throw new IOException("no NAB corpus, " + labels + " is missing");
        }
        Map<String, List<List<String>>> windows = new ObjectMapper()
                .readValue(labels.toFile(), new TypeReference<TreeMap<String, List<List<String>>>>() {});
        List<NabRecording> recordings = new ArrayList<>();
        for (Map.Entry<String, List<List<String>>> entry : windows.entrySet()) {
            recordings.add(read(directory.resolve(entry.getKey()), entry.getKey(), entry.getValue()));
        }
        return recordings;
    }

    private static NabRecording read(Path file, String name, List<List<String>> labels) throws IOException {
        List<String> timestamps = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                timestamps.add(row.getField("timestamp"));
                times.add(millis(row.getField("timestamp")));
                values.add(Double.parseDouble(row.getField("value")));
            }
        } catch (RuntimeException e) {
            throw new IOException(file + " cannot be read at row " + (values.size() + 1) + ": " + e.getMessage(), e);
        }
        return new NabRecording(
                name,
                timestamps,
                times.stream().mapToLong(Long::longValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                windows(file, times, labels));
    }

    private static List<NabRecording.Window> windows(Path file, List<Long> times, List<List<String>> labels)
            throws IOException {
        List<NabRecording.Window> windows = new ArrayList<>();
        for (List<String> label : labels) {
            int first = times.indexOf(millis(label.get(0)));
            int last = times.indexOf(millis(label.get(1)));
            if (first < 0 || last < first) {
                throw new IOException("window " + label + " does not lie in " + file);
            }
            windows.add(new NabRecording.Window(first, last));
        }
        return windows;
    }

    private static long millis(String timestamp) {
        return LocalDateTime.parse(timestamp, TIMESTAMP)
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
