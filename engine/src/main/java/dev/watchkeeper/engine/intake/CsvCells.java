package dev.watchkeeper.engine.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;

/** Cuts lines into cells, by RFC 4180 with any separator. */
final class CsvCells {
    private final CsvReader.CsvReaderBuilder lines;

    CsvCells(char separator) {
        lines = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter('"')
                .allowUnclosedQuote(false);
    }

    /**
     * The cells of a line, without the blanks around them.
     *
     * @param line not empty
     * @throws CsvParseException when a quote is not closed, or something follows a closing quote
     */
    List<String> of(String line) {
        List<String> fields = lines.ofSingleCsvRecord(line).getFields();
        List<String> cells = new ArrayList<>(fields.size());
        for (String field : fields) {
            cells.add(field.strip());
        }
        return cells;
    }
}
