package dev.watchkeeper.engine.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the layout of a CSV file by looking at its first and last lines; whatever a person tells is not looked for. */
public final class CsvLayoutFinder {
    private static final char[] SEPARATORS = {';', '\t', '|', ','};
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");
    private static final Pattern DECIMAL_POINT = Pattern.compile("[+-]?\\d*\\.\\d+([eE][+-]?\\d+)?");
    private static final Pattern COMMA_THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

    private CsvLayoutFinder() {}

    /**
     * Finds the layout of a file.
     *
     * @throws CsvException when the file cannot be read or holds no sensor data; says what was looked for
     */
    public static CsvLayout find(Path file, CsvOptions options) {
        CsvSample sample;
        try {
            sample = CsvSample.of(file);
        } catch (IOException e) {
            throw new CsvException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (sample.isEmpty()) {
            throw new CsvException("The file " + file.getFileName()
                    + " is empty: CSV was looked for, with a column of times and columns of numbers.");
        }
        return find(file, sample, options);
    }

    private static CsvLayout find(Path file, CsvSample sample, CsvOptions options) {
        Character told = options.separatorOrNull();
        char[] separators = told != null ? new char[] {told} : SEPARATORS;
        CsvLayout best = null;
        double bestRank = 0;
        CsvException problem = null;
        int problemColumns = 0;
        for (char separator : separators) {
            CsvTable table = CsvTable.of(sample, separator);
            if (table.columns() < 2) {
                continue;
            }
            try {
                CsvLayout layout = layout(sample, table, options);
                double rank = layout.values().size() * table.share();
                if (rank > bestRank) {
                    best = layout;
                    bestRank = rank;
                }
            } catch (CsvException e) {
                if (table.columns() > problemColumns) {
                    problem = e;
                    problemColumns = table.columns();
                }
            }
        }
        if (best != null) {
            return best;
        }
        if (problem != null) {
            throw new CsvException("In " + file.getFileName() + ": " + problem.getMessage(), problem);
        }
        throw new CsvException("In " + file.getFileName() + ": the lines do not fall into columns by "
                + (told != null ? "the separator " + told : "a semicolon, tab, pipe or comma")
                + "; give it with --map separator=CHARACTER.");
    }

    private static CsvLayout layout(CsvSample sample, CsvTable table, CsvOptions options) {
        TimeColumnFinder.Found time = time(table, options);
        CsvHeader header = CsvHeader.above(time.firstRow(), table, time.columns(), options.headerOrNull());
        if (header.firstRow() >= table.rows().size()) {
            throw new CsvException("There is no line of data below the header.");
        }
        Character told = options.decimalOrNull();
        char decimal = told != null ? told : decimal(table, header, time.columns());
        ValueColumnFinder.Found columns = new ValueColumnFinder(table, header, time.columns(), decimal).find(options);
        List<String> remarks = new ArrayList<>(time.remarks());
        remarks.addAll(columns.remarks());
        return new CsvLayout(
                sample.encoding(),
                table.separator(),
                decimal,
                table.rows().get(header.firstRow()).line(),
                table.columns(),
                time.columns(),
                time.format(),
                options.zone(),
                columns.sensorOrNull(),
                columns.values(),
                columns.labels(),
                remarks);
    }

    private static TimeColumnFinder.Found time(CsvTable table, CsvOptions options) {
        TimeColumnFinder finder = new TimeColumnFinder(table, options.zone());
        TimeFormat format = options.format().map(CsvLayoutFinder::format).orElse(null);
        if (options.time().isEmpty()) {
            if (format != null) {
                throw new CsvException("The mapping gives format but not time; name the column too.");
            }
            return finder.find()
                    .orElseThrow(() -> new CsvException(
                            "No column of times was found: looked for dates with times of day such as 2026-01-31"
                                    + " 12:00:00, and for seconds or milliseconds since 1970. Name it with --map"
                                    + " time=COLUMN, and format=PATTERN if it is written in another way."));
        }
        List<Integer> columns = timeColumns(table, options);
        Optional<TimeColumnFinder.Found> found =
                format == null ? finder.findIn(columns) : finder.findIn(columns, format);
        return found.orElseThrow(() -> new CsvException("The times of column " + String.join("+", options.time())
                + " cannot be read" + example(table, columns) + "; give how they are written with --map"
                + " format=PATTERN, such as dd.MM.yyyy HH:mm:ss, iso, seconds or millis."));
    }

    /** Looks for the headers that were named in the first rows. */
    private static List<Integer> timeColumns(CsvTable table, CsvOptions options) {
        CsvException problem = null;
        int last = Math.min(CsvTable.HEADER_ROWS, table.rows().size());
        for (int row = 0; row < last; row++) {
            CsvHeader header = new CsvHeader(table.rows().get(row).cells(), List.of(), row + 1);
            try {
                return options.time().stream()
                        .map(name -> header.indexOf(name, table.columns()))
                        .toList();
            } catch (CsvException e) {
                problem = problem == null ? e : problem;
            }
        }
        throw problem == null ? new CsvException("There are no lines to find the time column in.") : problem;
    }

    private static TimeFormat format(String told) {
        return switch (told) {
            case "iso" -> WrittenTime.ISO;
            case "seconds" -> EpochTime.SECONDS;
            case "millis" -> EpochTime.MILLIS;
            case "micros" -> EpochTime.MICROS;
            case "nanos" -> EpochTime.NANOS;
            default -> {
                try {
                    yield WrittenTime.ofPattern(told);
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw new CsvException(
                            "The format " + told + " is none; write iso, seconds, millis, micros, nanos, or a pattern"
                                    + " such as dd.MM.yyyy HH:mm:ss.",
                            e);
                }
            }
        };
    }

    private static String example(CsvTable table, List<Integer> columns) {
        @Nullable String last = table.rows().isEmpty()
                ? null
                : table.rows().get(table.rows().size() - 1).cells(columns);
        return last == null ? "" : ", for example \"" + CsvNumbers.shown(last) + "\"";
    }

    /** A comma that is followed by three digits everywhere separates thousands in a file whose cells a comma separates. */
    private static char decimal(CsvTable table, CsvHeader header, List<Integer> timeColumns) {
        int commas = 0;
        int thousands = 0;
        int points = 0;
        for (CsvTable.Row row :
                table.rows().subList(header.firstRow(), table.rows().size())) {
            for (int column = 0; column < table.columns(); column++) {
                String cell = row.cell(column);
                if (!timeColumns.contains(column)) {
                    commas += DECIMAL_COMMA.matcher(cell).matches() ? 1 : 0;
                    thousands += COMMA_THOUSANDS.matcher(cell).matches() ? 1 : 0;
                    points += DECIMAL_POINT.matcher(cell).matches() ? 1 : 0;
                }
            }
        }
        boolean comma = commas > points && (commas > thousands || table.separator() != ',');
        return comma ? ',' : '.';
    }
}
