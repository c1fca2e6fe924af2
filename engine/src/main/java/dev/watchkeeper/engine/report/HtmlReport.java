package dev.watchkeeper.engine.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A report as one HTML page that needs nothing else: style and pictures stand in it, there is no script, and nothing is
 * fetched. Light or dark as the reader's system is, and fit to be printed.
 *
 * <p>What is added is written at once, so that a report may be as long as it likes. Not thread-safe. Every method throws an
 * {@link IOException} when the file cannot be written.
 */
public final class HtmlReport implements Closeable {
    private static final String STYLE = "report.css";

    private final HtmlWriter html;
    private boolean inSection;

    private HtmlReport(HtmlWriter html) {
        this.html = html;
    }

    /** A figure that is shown large, what it is, and what it is measured against, which may be empty. */
    public record Figure(String value, String name, String remark) {}

    /**
     * Begins a report.
     *
     * @param file written anew; its directory is made when it is missing
     * @param lead what the report is about, in a sentence or two
     */
    public static HtmlReport create(Path file, String title, String lead) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        HtmlWriter html = new HtmlWriter(Files.newBufferedWriter(file));
        try {
            html.open("html", "lang", "en").open("head");
            html.empty("meta", "charset", "utf-8");
            html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
            html.empty("meta", "name", "color-scheme", "content", "light dark");
            html.leaf("title", title).leaf("style", style()).end();
            html.open("body").open("main").open("header").leaf("h1", title);
            html.leaf("p", lead, "class", "lead").end();
            return new HtmlReport(html);
        } catch (IOException e) {
            html.close();
            throw e;
        }
    }

    private static String style() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the program has no file " + STYLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Ends the section before, if there is one, and begins another.
     *
     * @param id for links to it, once in a report
     */
    public HtmlReport section(String id, String title) throws IOException {
        endSection();
        html.open("section", "id", id).leaf("h2", title);
        inSection = true;
        return this;
    }

    /** A heading within a section. */
    public HtmlReport heading(String text) throws IOException {
        html.leaf("h3", text);
        return this;
    }

    public HtmlReport paragraph(String text) throws IOException {
        html.leaf("p", text);
        return this;
    }

    /** A paragraph that is set apart, such as what a figure does not say. */
    public HtmlReport note(String text) throws IOException {
        html.leaf("p", text, "class", "note");
        return this;
    }

    /** A few figures side by side. */
    public HtmlReport figures(List<Figure> figures) throws IOException {
        html.open("dl", "class", "figures");
        for (Figure figure : figures) {
            html.open("div").leaf("dt", figure.name()).leaf("dd", figure.value(), "class", "value");
            if (!figure.remark().isEmpty()) {
                html.leaf("dd", figure.remark(), "class", "remark");
            }
            html.end();
        }
        html.end();
        return this;
    }

    public HtmlReport table(ReportTable table) throws IOException {
        table.write(html);
        return this;
    }

    /** A picture with the words beneath it. */
    public HtmlReport picture(SvgPlot plot, String caption) throws IOException {
        html.open("figure");
        plot.write(html);
        html.open("figcaption").leaf("span", caption);
        for (SvgPlot.Key key : plot.keys()) {
            html.open("span", "class", "key");
            html.leaf("i", "", "class", key.style());
            html.text(key.name()).end();
        }
        html.end().end();
        return this;
    }

    private void endSection() throws IOException {
        if (inSection) {
            html.end();
        }
    }

    /** Ends the page. */
    @Override
    public void close() throws IOException {
        html.close();
    }
}
