package dev.watchkeeper.engine.report.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A rectangle of a page to draw in: points from its left and from its top, downwards. What goes beyond it is not cut off. One
 * thread; every method throws an {@link IOException} when the page cannot be written.
 */
public final class PdfDrawing {
    /** A heavier hand stands in for a second font. */
    private static final float STRONG = 0.025f;

    private final PDPageContentStream page;
    private final PdfText text;
    private final float left;
    private final float top;
    private final float width;
    private final float height;

    PdfDrawing(PDPageContentStream page, PdfText text, float left, float top, float width, float height) {
        this.page = page;
        this.text = text;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    /** In points. */
    public float width() {
        return width;
    }

    /** In points. */
    public float height() {
        return height;
    }

    /** Fills a rectangle. */
    public void fill(PdfInk ink, float x, float y, float wide, float high) throws IOException {
        page.setNonStrokingColor(ink.red, ink.green, ink.blue);
        page.addRect(left + x, top - y - high, wide, high);
        page.fill();
    }

    /** Draws a line half a point thick, or a dashed one. */
    public void line(PdfInk ink, boolean dashed, float x1, float y1, float x2, float y2) throws IOException {
        page.setStrokingColor(ink.red, ink.green, ink.blue);
        page.setLineWidth(0.5f);
        page.setLineDashPattern(dashed ? new float[] {3, 2} : new float[0], 0);
        page.moveTo(left + x1, top - y1);
        page.lineTo(left + x2, top - y2);
        page.stroke();
    }

    /** Writes on one line; {@code y} is its base line. */
    public void write(PdfInk ink, boolean strong, float size, float x, float y, String words) throws IOException {
        page.setNonStrokingColor(ink.red, ink.green, ink.blue);
        page.setStrokingColor(ink.red, ink.green, ink.blue);
        page.setLineDashPattern(new float[0], 0);
        page.setLineWidth(STRONG * size);
        page.beginText();
        page.setRenderingMode(strong ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        page.setFont(text.font(), size);
        page.newLineAtOffset(left + x, top - y);
        page.showText(text.printable(words));
        page.endText();
    }

    /** The same, ending at {@code x}. */
    public void writeRight(PdfInk ink, float size, float x, float y, String words) throws IOException {
        write(ink, false, size, x - text.width(text.printable(words), size), y, words);
    }
}
