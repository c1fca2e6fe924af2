package dev.watchkeeper.engine.knowledge.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the lines of a page out of a PDF, with how they are printed. */
final class PdfLines extends PDFTextStripper {
    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private float size;
    private boolean bold;
    private float y;
    private float lastY;

    PdfLines() {
        setSortByPosition(true);
    }

    /** The lines of a page, counted from 1. */
    List<PdfLine> of(PDDocument document, int page) throws IOException {
        lines.clear();
        lastY = Float.MAX_VALUE;
        setStartPage(page);
        setEndPage(page);
        writeText(document, Writer.nullWriter());
        endLine();
        return List.copyOf(lines);
    }

    @Override
    protected void writeString(String words, List<TextPosition> positions) {
        if (text.isEmpty() && !positions.isEmpty()) {
            TextPosition first = positions.get(0);
            size = 0;
            y = first.getYDirAdj();
            String font = first.getFont().getName();
            bold = font != null && font.toLowerCase(Locale.ROOT).contains("bold");
        }
        for (TextPosition position : positions) {
            size = Math.max(size, position.getFontSizeInPt());
        }
        text.append(words);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    private void endLine() {
        String line = text.toString().strip();
        text.setLength(0);
        if (!line.isEmpty()) {
            lines.add(new PdfLine(line, getCurrentPageNo(), size, bold, y - lastY));
            lastY = y;
        }
    }
}
