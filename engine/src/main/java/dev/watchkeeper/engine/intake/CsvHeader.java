package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of a file's columns.
 *
 * @param headersOrNull as they stand in the file, with an empty text where there is none; null where there is no header
 * @param units as they stand in a line of units, or empty
 * @param firstRow the first row of the sample below the header
 */
record CsvHeader(@Nullable List<String> headersOrNull, List<String> units, int firstRow) {
    private static final int LONGEST_UNIT = 16;

    /** Finds the header above the first row in which the time can be read. */
    static CsvHeader above(int timeRow, CsvTable table, List<Integer> timeColumns, @Nullable Boolean told) {
        int row = timeRow;
        if ((told != null && !told) || (told == null && row == 0)) {
            return new CsvHeader(null, List.of(), row);
        }
        if (row == 0) {
            return new CsvHeader(table.rows().get(0).cells(), List.of(), 1);
        }
        CsvTable.Row above = table.rows().get(row - 1);
        if (told == null && !looksLikeHeader(above, timeColumns)) {
            return new CsvHeader(null, List.of(), row - 1);
        }
        if (row > 1 && !TimeColumnFinder.isTimeName(above.cells(timeColumns))) {
            CsvTable.Row names = table.rows().get(row - 2);
            if (TimeColumnFinder.isTimeName(names.cells(timeColumns))) {
                return new CsvHeader(names.cells(), above.cells(), row);
            }
        }
        return new CsvHeader(above.cells(), List.of(), row);
    }

    private static boolean looksLikeHeader(CsvTable.Row row, List<Integer> timeColumns) {
        String time = row.cells(timeColumns);
        return time.chars().noneMatch(Character::isDigit)
                || row.cells().stream().noneMatch(cell -> CsvNumbers.isNumber(cell, '.'));
    }

    boolean isThere() {
        return headersOrNull != null;
    }

    /** As it stands in the file; empty where there is none. */
    String header(int column) {
        String header = headersOrNull == null ? "" : headersOrNull.get(column);
        return column == 0 && header.startsWith("#") ? header.substring(1).strip() : header;
    }

    /** A column with the name and unit that its sensor is to have. */
    CsvColumn column(int column) {
        String header = header(column);
        if (CsvColumn.sensorName(header).isEmpty()) {
            return new CsvColumn(column, "column " + (column + 1), Unit.NONE);
        }
        CsvColumn named = CsvColumn.ofHeader(column, header);
        String unit = units.isEmpty()
                ? ""
                : units.get(column).replaceAll("[\\[\\]()]", "").strip();
        return named.unit().equals(Unit.NONE) && !unit.isEmpty() && unit.length() <= LONGEST_UNIT
                ? new CsvColumn(column, named.name(), new Unit(unit))
                : named;
    }

    /** Columns as {@link #column} makes them, with different names: a name that comes again gets its number. */
    List<CsvColumn> columns(List<Integer> indices) {
        Set<String> taken = new HashSet<>();
        List<CsvColumn> columns = new ArrayList<>();
        for (int index : indices) {
            CsvColumn column = column(index);
            String name = column.name();
            if (!taken.add(name)) {
                String suffix = " (" + (index + 1) + ")";
                name = name.substring(0, Math.min(name.length(), SensorId.LONGEST - suffix.length())) + suffix;
                taken.add(name);
            }
            columns.add(new CsvColumn(index, name, column.unit()));
        }
        return columns;
    }

    /**
     * The column that a person named by its header, or by its number as in {@code #3}.
     *
     * @throws CsvException when there is none; says which there are
     */
    int indexOf(String wanted, int columns) {
        String name = wanted.strip();
        if (name.matches("#\\d{1,4}")) {
            int number = Integer.parseInt(name.substring(1));
            if (number >= 1 && number <= columns) {
                return number - 1;
            }
            throw new CsvException("There is no column " + name + "; the file has " + columns + " columns.");
        }
        for (int column = 0; column < columns; column++) {
            if (header(column).equals(name)) {
                return column;
            }
        }
        for (int column = 0; column < columns; column++) {
            if (header(column).equalsIgnoreCase(name)) {
                return column;
            }
        }
        throw new CsvException("There is no column " + name + "; "
                + (headersOrNull == null
                        ? "the file has no header, so give a column by its number, such as #1."
                        : "the columns are " + CsvNumbers.shown(String.join(", ", headersOrNull)) + "."));
    }
}
