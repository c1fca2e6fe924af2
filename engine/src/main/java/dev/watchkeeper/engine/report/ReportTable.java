package dev.watchkeeper.engine.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a report: the first column says what a row is about, the others hold figures. Not thread-safe while it is
 * filled.
 */
public final class ReportTable {
    private final String caption;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String style, String link, List<String> cells) {}

    /**
     * A table without rows.
     *
     * @param caption stands above it; may be empty
     * @param columns the headers
     */
    public ReportTable(String caption, String... columns) {
        this.caption = caption;
        this.columns = List.of(columns);
    }

    /**
     * Adds a row at the end.
     *
     * @throws IllegalArgumentException when there is not one cell per column
     */
    public ReportTable row(String... cells) {
        return add("", "", cells);
    }

    /** A row that is set off from the others, such as one's own result among those of others. */
    public ReportTable ownRow(String... cells) {
        return add("own", "", cells);
    }

    /** A row whose first cell leads to a section of the same report. */
    public ReportTable rowTo(String section, String... cells) {
        return add("", "#" + section, cells);
    }

    private ReportTable add(String style, String link, String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of table \"" + caption + "\" has " + cells.length + " cells, not " + columns.size());
        }
        rows.add(new Row(style, link, List.of(cells)));
        return this;
    }

    void write(HtmlWriter html) throws IOException {
        html.open("div", "class", "scroll").open("table");
        if (!caption.isEmpty()) {
            html.leaf("caption", caption);
        }
        html.open("thead").open("tr");
        for (String column : columns) {
            html.leaf("th", column, "scope", "col");
        }
        html.end().end().open("tbody");
        for (Row row : rows) {
            write(html, row);
        }
        html.end().end().end();
    }

    private static void write(HtmlWriter html, Row row) throws IOException {
        html.open("tr", "class", row.style()).open("th", "scope", "row");
        String name = row.cells().get(0);
        if (row.link().isEmpty()) {
            html.text(name);
        } else {
            html.leaf("a", name, "href", row.link());
        }
        html.end();
        for (String cell : row.cells().subList(1, row.cells().size())) {
            html.leaf("td", cell);
        }
        html.end();
    }
}
