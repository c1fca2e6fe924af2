package dev.watchkeeper.engine.knowledge.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes DOCX files as a German Word does: names of styles are local, built-in names are not. */
public final class WordFile {
    static final String HEADING = "berschrift1";
    private static final String NAMESPACE = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String STYLES =
            "<w:styles " + NAMESPACE + "><w:style w:type=\"paragraph\" w:styleId=\"" + HEADING
                    + "\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style></w:styles>";

    private final StringBuilder body = new StringBuilder();
    private String before = "";

    public WordFile heading(String text) {
        body.append("<w:p><w:pPr><w:pStyle w:val=\"" + HEADING + "\"/></w:pPr><w:r><w:t>")
                .append(text)
                .append("</w:t></w:r></w:p>");
        return this;
    }

    public WordFile paragraph(String text) {
        body.append("<w:p><w:r><w:t>").append(text).append("</w:t></w:r></w:p>");
        return this;
    }

    WordFile row(String first, String second) {
        body.append("<w:tbl><w:tr><w:tc>");
        paragraph(first);
        body.append("</w:tc><w:tc>");
        paragraph(second);
        body.append("</w:tc></w:tr></w:tbl>");
        return this;
    }

    /** What stands before the document element, such as a document type. */
    WordFile before(String text) {
        before = text;
        return this;
    }

    public Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "word/styles.xml", STYLES);
            part(
                    zip,
                    "word/document.xml",
                    before + "<w:document " + NAMESPACE + "><w:body>" + body + "</w:body></w:document>");
        }
        return file;
    }

    /** A file that unpacks to so many megabytes of nothing before its text comes. */
    static Path bomb(Path file, int megabytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/media/image1.png"));
            byte[] nothing = new byte[1 << 20];
            OutputStream out = zip;
            for (int i = 0; i < megabytes; i++) {
                out.write(nothing);
            }
            zip.closeEntry();
            part(zip, "word/document.xml", "<w:document " + NAMESPACE + "><w:body/></w:document>");
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
