package dev.watchkeeper.engine.shift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a shift report in the format that the name of the file asks for. */
public final class ShiftFile {
    private static final String PDF = ".pdf";
    private static final String CSV = ".csv";

    private ShiftFile() {}

    /** Whether a file of this name can be written: it ends in {@code .pdf} or {@code .csv}. */
    public static boolean isNamed(Path file) {
        String name = name(file);
        return name.endsWith(PDF) || name.endsWith(CSV);
    }

    /**
     * Writes the file anew, and its directory where that is missing.
     *
     * @throws IllegalArgumentException when the name asks for another format
     * @throws IOException when the file cannot be written
     */
    public static void write(ShiftReport report, Path file) throws IOException {
        if (!isNamed(file)) {
            throw new IllegalArgumentException("a shift report is a .pdf or a .csv, not " + file);
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        if (name(file).endsWith(PDF)) {
            ShiftPdf.write(report, file);
            return;
        }
        try {
            ShiftCsv.write(report, file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }
}
