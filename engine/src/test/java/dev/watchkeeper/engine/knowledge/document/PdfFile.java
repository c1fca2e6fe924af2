package dev.watchkeeper.engine.knowledge.document;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Writes PDF files with a heading and some lines on each page. */
public final class PdfFile implements AutoCloseable {
    private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    private final PDDocument document = new PDDocument();

    public PdfFile page(String heading, String... lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            line(out, 8, 820, "Operating manual, page " + document.getNumberOfPages());
            line(out, 18, 760, heading);
            for (int i = 0; i < lines.length; i++) {
                line(out, 10, 730 - 13 * i, lines[i]);
            }
        }
        return this;
    }

    private static void line(PDPageContentStream out, float size, float y, String text) throws IOException {
        out.beginText();
        out.setFont(FONT, size);
        out.newLineAtOffset(60, y);
        out.showText(text);
        out.endText();
    }

    public PdfFile protect(String password) throws IOException {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
        return this;
    }

    public Path write(Path file) throws IOException {
        document.save(file.toFile());
        return file;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
