package dev.watchkeeper.app.alarms;

import static dev.watchkeeper.engine.report.CsvText.guarded;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Lines of the journal as a file (RFC 4180, UTF-8), the newest first. Times are ISO 8601 in UTC; text is guarded against being taken
 * for a formula.
 */
final class JournalCsv {
    private JournalCsv() {}

    /** @throws UncheckedIOException when the file cannot be written */
    static void write(JournalPage page, Path file) {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("at", "what", "asset", "who", "text", "message", "alarm");
            for (JournalPage.Row row : page.rows()) {
                csv.writeRecord(
                        row.entry().at().toString(),
                        row.entry().kind().name(),
                        guarded(row.line().asset().value()),
                        guarded(row.entry().who()),
                        guarded(row.entry().text()),
                        guarded(row.line().message()),
                        guarded(row.entry().alarm().value()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal could not be written to " + file, e);
        }
    }
}
