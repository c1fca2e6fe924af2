package dev.watchkeeper.engine.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sample of a file, cut by one separator. Only the lines with the usual number of cells are rows.
 *
 * @param columns the usual number of cells
 * @param share of the lines of the sample that are rows
 */
record CsvTable(char separator, int columns, double share, List<Row> rows) {
    /** The rows in which a header may stand. */
    static final int HEADER_ROWS = 50;

    /**
     * A line with the usual number of cells.
     *
     * @param line its number, from 1 on, or beyond all of the head's in the tail
     */
    record Row(long line, List<String> cells) {
        String cell(int column) {
            return cells.get(column);
        }

        /** The cells of several columns, joined by a blank. */
        String cells(List<Integer> columns) {
            if (columns.size() == 1) {
                return cell(columns.get(0));
            }
            StringBuilder joined = new StringBuilder();
            for (int column : columns) {
                joined.append(joined.isEmpty() ? "" : " ").append(cell(column));
            }
            return joined.toString();
        }
    }

    static CsvTable of(CsvSample sample, char separator) {
        CsvCells cells = new CsvCells(separator);
        List<Row> all = new ArrayList<>();
        Map<Integer, Integer> counts = new HashMap<>();
        for (CsvLines.Line line : sample.head()) {
            add(all, counts, cells, line.number(), line.text());
        }
        for (CsvLines.Line line : sample.tail()) {
            add(all, counts, cells, Long.MAX_VALUE, line.text());
        }
        int usual = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            int times = count.getValue();
            if (times > most || (times == most && count.getKey() > usual)) {
                most = times;
                usual = count.getKey();
            }
        }
        int columns = usual;
        List<Row> rows =
                all.stream().filter(row -> row.cells().size() == columns).toList();
        int lines = sample.head().size() + sample.tail().size();
        return new CsvTable(separator, columns, lines == 0 ? 0 : (double) rows.size() / lines, rows);
    }

    private static void add(List<Row> rows, Map<Integer, Integer> counts, CsvCells cells, long number, String text) {
        try {
            List<String> cut = cells.of(text);
            rows.add(new Row(number, cut));
            counts.merge(cut.size(), 1, Integer::sum);
        } catch (CsvParseException e) {
            counts.merge(0, 1, Integer::sum);
        }
    }
}
