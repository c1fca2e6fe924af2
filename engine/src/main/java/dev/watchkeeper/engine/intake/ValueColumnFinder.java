package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.signal.Asset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells apart the columns of a sample that hold numbers, labels, the name of a sensor, and something else. */
final class ValueColumnFinder {
    private static final Pattern LABEL_NAME = Pattern.compile(
            "(?i)(is[ _-]?)?(anomal(y|ies|ous)|outlier|change[ _-]?point|label|ground[ _-]?truth|attack)s?");
    private static final Pattern SENSOR_NAME =
            Pattern.compile("(?i)(sensor|tag|point|signal|channel|variable|parameter|measurement|metric|item|series)"
                    + "([ _-]?(name|id|key))?");
    private static final Pattern VALUE_NAME = Pattern.compile("(?i)(value|val|reading|wert|messwert)s?");
    private static final Pattern ROW_NUMBER_NAME = Pattern.compile("(?i)(|#|no|nr|id|index|row|unnamed: 0)\\.?");
    /** How many of the cells that are not empty have to be numbers in a column of numbers. */
    private static final double ENOUGH = 0.5;

    private final CsvTable table;
    private final CsvHeader header;
    private final List<Integer> timeColumns;
    private final char decimal;
    private final List<CsvTable.Row> data;

    /**
     * The columns of a file but those of the time.
     *
     * @param sensorOrNull the column with the sensor's name in a long file
     */
    record Found(
            @Nullable Integer sensorOrNull, List<CsvColumn> values, List<CsvColumn> labels, List<String> remarks) {}

    ValueColumnFinder(CsvTable table, CsvHeader header, List<Integer> timeColumns, char decimal) {
        this.table = table;
        this.header = header;
        this.timeColumns = timeColumns;
        this.decimal = decimal;
        this.data = table.rows().subList(header.firstRow(), table.rows().size());
    }

    /**
     * Sorts the columns.
     *
     * @throws CsvException when there is no column of numbers, or there are too many
     */
    Found find(CsvOptions options) {
        List<String> remarks = new ArrayList<>();
        List<Integer> labels = columns(this::isLabel);
        List<Integer> values = named(options);
        Integer sensor = sensorColumn(options, values.isEmpty() ? columns(this::isValue) : values);
        if (values.isEmpty()) {
            values = columns(column -> isValue(column) && (sensor == null || column != sensor));
            if (sensor != null) {
                values = List.of(valueOfLong(values));
            }
            columns(this::isText).stream()
                    .filter(column -> sensor == null || !column.equals(sensor))
                    .forEach(column -> remarks.add(
                            "Column " + header.column(column).name() + " does not hold numbers and is left out."));
        }
        if (values.isEmpty()) {
            throw new CsvException("Beside the time no column with numbers was found; name the columns with"
                    + " --map values=COLUMN:COLUMN, and decimal=comma where numbers have a decimal comma.");
        }
        if (values.size() > Asset.MOST_SENSORS) {
            throw new CsvException("There are " + values.size() + " columns with numbers, at most " + Asset.MOST_SENSORS
                    + " can be taken; name them with --map values=COLUMN:COLUMN.");
        }
        List<Integer> taken = values;
        labels = labels.stream().filter(label -> !taken.contains(label)).toList();
        return new Found(sensor, header.columns(values), header.columns(labels), remarks);
    }

    private List<Integer> named(CsvOptions options) {
        return options.values().stream()
                .map(name -> header.indexOf(name, table.columns()))
                .toList();
    }

    private @Nullable Integer sensorColumn(CsvOptions options, List<Integer> values) {
        String told = options.sensorOrNull();
        if (told != null) {
            return header.indexOf(told, table.columns());
        }
        if (values.size() > 1 && columns(c -> isNamed(c, VALUE_NAME)).isEmpty()) {
            return null;
        }
        List<Integer> named = columns(column -> isNamed(column, SENSOR_NAME) && !isMissing(column));
        if (named.size() == 1 && (!isValue(named.get(0)) || !values.equals(named))) {
            return named.get(0);
        }
        List<Integer> texts = columns(this::isText);
        return values.size() == 1 && texts.size() == 1 && tellsApartSameTimes(texts.get(0)) ? texts.get(0) : null;
    }

    private int valueOfLong(List<Integer> values) {
        List<Integer> named =
                values.stream().filter(column -> isNamed(column, VALUE_NAME)).toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        if (values.size() == 1) {
            return values.get(0);
        }
        throw new CsvException("In a file with a sensor column there is one value a line, but " + values.size()
                + " columns hold numbers; name the one with --map values=COLUMN.");
    }

    /** Whether the lines of one time differ in this column: then it says of what each is. */
    private boolean tellsApartSameTimes(int column) {
        Set<String> times = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        for (CsvTable.Row row : data) {
            times.add(row.cells(timeColumns));
            if (!pairs.add(row.cells(timeColumns) + "\n" + row.cell(column))) {
                return false;
            }
        }
        return times.size() < pairs.size();
    }

    private boolean isValue(int column) {
        if (timeColumns.contains(column) || isLabel(column) || isRowNumber(column)) {
            return false;
        }
        long numbers = count(column, cell -> CsvNumbers.isNumber(cell, decimal));
        long others = count(column, cell -> !CsvNumbers.isMissing(cell)) - numbers;
        return numbers + others == 0 ? !header.header(column).isBlank() : numbers >= ENOUGH * (numbers + others);
    }

    private boolean isText(int column) {
        return !timeColumns.contains(column)
                && !isLabel(column)
                && !isRowNumber(column)
                && !isValue(column)
                && !isMissing(column);
    }

    private boolean isMissing(int column) {
        return count(column, cell -> !CsvNumbers.isMissing(cell)) == 0;
    }

    private boolean isLabel(int column) {
        return isNamed(column, LABEL_NAME)
                && count(column, cell -> !CsvNumbers.isMissing(cell)) > 0
                && count(column, cell -> !CsvNumbers.isMissing(cell) && !isZeroOrOne(cell)) == 0;
    }

    private boolean isZeroOrOne(String cell) {
        try {
            double value = CsvNumbers.parse(cell, decimal);
            return value == 0 || value == 1;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A column of whole numbers that go up by one from line to line, without a header that says what they are. */
    private boolean isRowNumber(int column) {
        if (!header.isThere() || !isNamed(column, ROW_NUMBER_NAME) || data.size() < 2) {
            return false;
        }
        return IntStream.range(1, data.size())
                .filter(i -> data.get(i).line() != Long.MAX_VALUE)
                .allMatch(i -> follows(data.get(i - 1).cell(column), data.get(i).cell(column)));
    }

    private static boolean follows(String before, String cell) {
        return before.matches("\\d{1,18}")
                && cell.matches("\\d{1,18}")
                && Long.parseLong(cell) > Long.parseLong(before);
    }

    private boolean isNamed(int column, Pattern pattern) {
        return header.isThere() && pattern.matcher(header.header(column)).matches();
    }

    private long count(int column, Predicate<String> what) {
        return data.stream().filter(row -> what.test(row.cell(column))).count();
    }

    private List<Integer> columns(IntPredicate what) {
        return IntStream.range(0, table.columns())
                .filter(column -> !timeColumns.contains(column))
                .filter(what)
                .boxed()
                .toList();
    }
}
