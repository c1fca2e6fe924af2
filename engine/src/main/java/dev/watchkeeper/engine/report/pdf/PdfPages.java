package dev.watchkeeper.engine.report.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * A document on A4 that is filled from top to bottom; a new page begins where the room ends. The same content gives the same bytes.
 * Not thread-safe. Methods throw an {@link IOException} when the document cannot be written; {@link #close} drops what was not
 * saved.
 */
public final class PdfPages implements Closeable {
    private static final float MARGIN = 42;
    private static final float FOOT = 20;
    private static final float TITLE = 18;
    private static final float HEADING = 12;
    private static final float BODY = 9;

    private final PDDocument document = new PDDocument();
    private final String foot;
    private final PdfText text;
    private @Nullable PDPageContentStream content;
    private float y;

    /**
     * An empty document.
     *
     * @param foot stands at the foot of each page, before its number
     * @param at the time that the document carries
     */
    public PdfPages(String title, String foot, Instant at, ZoneId zone) throws IOException {
        this.foot = foot;
        text = new PdfText(document);
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(title);
        about.setCreator("Watchkeeper");
        about.setCreationDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, zone)));
        document.setDocumentInformation(about);
        document.setDocumentId(at.toEpochMilli());
        document.getDocumentCatalog().setLanguage("en");
        PDViewerPreferences viewer =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        viewer.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(viewer);
        page();
        lines(title, TITLE, true, PdfInk.TEXT);
    }

    public void heading(String words) throws IOException {
        room(HEADING * 4);
        space(HEADING / 2);
        lines(words, HEADING, true, PdfInk.TEXT);
        space(2);
    }

    public void paragraph(String words) throws IOException {
        lines(words, BODY, false, PdfInk.TEXT);
        space(BODY / 2);
    }

    public void note(String words) throws IOException {
        lines(words, BODY, false, PdfInk.SOFT);
        space(BODY / 2);
    }

    public void table(PdfTable table) throws IOException {
        table.write(this);
    }

    /** Takes the next so many points of the page, or of a new one, over its whole width. */
    public PdfDrawing take(float height) throws IOException {
        room(height);
        PdfDrawing drawing = new PdfDrawing(content(), text, MARGIN, y, width(), height);
        y -= height;
        return drawing;
    }

    /** Writes the file anew, in a directory that exists, and ends the document. */
    public void save(Path file) throws IOException {
        content().close();
        content = null;
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream page =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
                PdfDrawing drawing = new PdfDrawing(page, text, MARGIN, MARGIN, width(), FOOT);
                drawing.write(PdfInk.SOFT, false, PdfTable.SIZE, 0, FOOT, foot);
                drawing.writeRight(PdfInk.SOFT, PdfTable.SIZE, width(), FOOT, "Page " + (i + 1) + " of " + pages);
            }
        }
        try (var out = Files.newOutputStream(file)) {
            document.save(out);
        }
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
        }
        document.close();
    }

    /** Begins a new page where fewer points are left. */
    void room(float height) throws IOException {
        if (left() < height && left() < pageHeight()) {
            content().close();
            page();
        }
    }

    void space(float height) {
        y -= height;
    }

    float left() {
        return y - MARGIN - FOOT;
    }

    float width() {
        return PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    float pageHeight() {
        return PDRectangle.A4.getHeight() - 2 * MARGIN - FOOT;
    }

    PdfText text() {
        return text;
    }

    private void page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private void lines(String words, float size, boolean strong, PdfInk ink) throws IOException {
        List<String> lines = text.lines(words, size, width());
        for (String line : lines) {
            take(size * 1.3f).write(ink, strong, size, 0, size, line);
        }
    }

    private PDPageContentStream content() {
        PDPageContentStream open = content;
        if (open == null) {
            throw new IllegalStateException("the document has been saved");
        }
        return open;
    }
}
