package dev.watchkeeper.engine.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one font of a document, Liberation Sans, which comes with PDFBox; of it only the signs that are used are embedded. It has
 * Latin, Greek and Cyrillic. A sign that it lacks is shown as a question mark, a control character as a space. One thread.
 */
final class PdfText {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int UNITS_PER_SIZE = 1_000;

    private final PDFont font;
    private final CmapLookup signs;

    PdfText(PDDocument document) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException("PDFBox has no font " + FONT);
            }
            TrueTypeFont liberation = new TTFParser().parse(new RandomAccessReadBuffer(in));
            signs = liberation.getUnicodeCmapLookup();
            font = PDType0Font.load(document, liberation, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** What can be written of a text, on one line. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (Character.isWhitespace(sign) || Character.isISOControl(sign)) {
                printable.append(' ');
            } else if (signs.getGlyphId(sign) == 0) {
                printable.append('?');
            } else {
                printable.appendCodePoint(sign);
            }
        });
        return printable.toString();
    }

    /** The width of a printable text in points. */
    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / UNITS_PER_SIZE * size;
    }

    /** Breaks a text into lines no wider than so many points, between words where it can; at least one line. */
    List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split(" +", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line.setLength(0);
            line.append(cut(word, size, width, lines));
        }
        lines.add(line.toString());
        return lines;
    }

    /** Breaks a word that is too wide, adds all lines but the last and returns that. */
    private String cut(String word, float size, float width, List<String> lines) throws IOException {
        int from = 0;
        for (int to = from + 1; to <= word.length(); to++) {
            if (width(word.substring(from, to), size) > width && to - 1 > from) {
                lines.add(word.substring(from, to - 1));
                from = to - 1;
            }
        }
        return word.substring(from);
    }
}
