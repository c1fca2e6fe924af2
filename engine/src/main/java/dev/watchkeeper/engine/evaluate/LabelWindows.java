package dev.watchkeeper.engine.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.watchkeeper.engine.intake.CsvException;
import dev.watchkeeper.engine.intake.EpochTime;
import dev.watchkeeper.engine.intake.WrittenTime;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Labelled windows in a file of their own: JSON that gives a list of windows for each file, each window a start and an end, as
 * the Numenta Anomaly Benchmark has them; a JSON list of windows; or CSV with the columns {@code start} and {@code end}, and
 * perhaps {@code file}. Windows without a file are those of every file.
 */
final class LabelWindows {
    private static final String WHAT =
            "JSON such as {\"pump.csv\": [[\"2026-01-31 12:00:00\", \"2026-01-31 12:30:00\"]]},"
                    + " or CSV with the columns start,end and perhaps file";

    private final Map<String, List<TimeSpan>> byFile;
    private final List<TimeSpan> ofAll;

    private LabelWindows(Map<String, List<TimeSpan>> byFile, List<TimeSpan> ofAll) {
        this.byFile = byFile;
        this.ofAll = ofAll;
    }

    /**
     * Reads a file of windows.
     *
     * @param zone of times that tell none
     * @throws CsvException when the file cannot be read or is not of this kind; says what was looked for
     */
    static LabelWindows read(Path file, ZoneId zone) {
        try {
            String text = Files.readString(file).strip();
            return text.startsWith("{") || text.startsWith("[") ? json(text, file, zone) : csv(text, file, zone);
        } catch (IOException e) {
            throw new CsvException("The labels in " + file + " cannot be read: " + e.getMessage() + ".", e);
        } catch (DateTimeException e) {
            throw new CsvException("In the labels " + file.getFileName() + ": " + e.getMessage() + ".", e);
        }
    }

    private static LabelWindows json(String text, Path file, ZoneId zone) throws IOException {
        JsonNode root = new JsonMapper().readTree(text);
        Map<String, List<TimeSpan>> byFile = new TreeMap<>();
        if (root.isArray()) {
            return new LabelWindows(byFile, windows(root, file, zone));
        }
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            byFile.put(entry.getKey().replace('\\', '/'), windows(entry.getValue(), file, zone));
        }
        return new LabelWindows(byFile, List.of());
    }

    private static List<TimeSpan> windows(JsonNode list, Path file, ZoneId zone) {
        List<TimeSpan> windows = new ArrayList<>();
        for (JsonNode window : list) {
            if (!window.isArray() || window.size() != 2) {
                throw new CsvException("In the labels " + file.getFileName() + " \"" + window
                        + "\" is no window; looked for " + WHAT + ".");
            }
            windows.add(window(window.get(0).asText(), window.get(1).asText(), zone));
        }
        return sorted(windows);
    }

    private static LabelWindows csv(String text, Path file, ZoneId zone) {
        Map<String, List<TimeSpan>> byFile = new TreeMap<>();
        List<TimeSpan> ofAll = new ArrayList<>();
        char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text).forEach(row -> {
            TimeSpan window = window(field(row, "start", file), field(row, "end", file), zone);
            find(row, "file")
                    .map(name -> byFile.computeIfAbsent(name.replace('\\', '/'), key -> new ArrayList<>()))
                    .orElse(ofAll)
                    .add(window);
        });
        byFile.replaceAll((name, windows) -> sorted(windows));
        return new LabelWindows(byFile, sorted(ofAll));
    }

    private static String field(NamedCsvRecord row, String name, Path file) {
        return find(row, name)
                .orElseThrow(() -> new CsvException(
                        "The labels " + file.getFileName() + " have no column " + name + "; looked for " + WHAT + "."));
    }

    private static Optional<String> find(NamedCsvRecord row, String name) {
        return row.getHeader().stream()
                .filter(column -> column.strip().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(row::findField)
                .map(String::strip);
    }

    private static TimeSpan window(String start, String end, ZoneId zone) {
        Instant from = time(start, zone);
        Instant to = time(end, zone);
        if (to.isBefore(from)) {
            throw new DateTimeException("the window from " + start + " to " + end + " ends before it starts");
        }
        return new TimeSpan(from, to.plusMillis(1));
    }

    private static Instant time(String text, ZoneId zone) {
        if (text.matches("\\d{9,10}(\\.\\d+)?")) {
            return EpochTime.SECONDS.parse(text, zone);
        }
        if (text.matches("\\d{12,13}")) {
            return EpochTime.MILLIS.parse(text, zone);
        }
        try {
            return WrittenTime.ISO.parse(text, zone);
        } catch (DateTimeException e) {
            throw new DateTimeException(
                    "the time \"" + text + "\" is not written as 2026-01-31 12:00:00, nor as seconds since 1970", e);
        }
    }

    private static List<TimeSpan> sorted(List<TimeSpan> windows) {
        return windows.stream().sorted(Comparator.comparing(TimeSpan::start)).toList();
    }

    /**
     * The windows of a file: those under its path, or under the end of its path that only one entry has.
     *
     * @param name path below the directory that is evaluated, with slashes
     * @return empty when nothing is said of the file
     */
    Optional<List<TimeSpan>> of(String name) {
        if (byFile.isEmpty()) {
            return Optional.of(ofAll);
        }
        List<TimeSpan> exact = byFile.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<List<TimeSpan>> ending = byFile.entrySet().stream()
                .filter(entry -> endsWith(entry.getKey(), name) || endsWith(name, entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (ending.size() > 1) {
            throw new CsvException("The labels name " + ending.size() + " files that " + name
                    + " may be; give --data the" + " directory to which their names are relative.");
        }
        return ending.stream().findFirst();
    }

    private static boolean endsWith(String path, String end) {
        return path.toLowerCase(Locale.ROOT).endsWith("/" + end.toLowerCase(Locale.ROOT));
    }
}
