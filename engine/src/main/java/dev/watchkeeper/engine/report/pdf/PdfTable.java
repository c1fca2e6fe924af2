package dev.watchkeeper.engine.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table whose cells wrap; its head stands again at the top of each page, and a row is not parted. Not thread-safe. */
public final class PdfTable {
    static final float SIZE = 8;
    private static final float LEADING = 10;
    private static final float PADDING = 3;

    private final List<String> heads;
    private final float[] shares;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** The words of a cell, and how they stand out. */
    public record Cell(String words, boolean strong, PdfInk ink) {
        public static Cell of(String words) {
            return new Cell(words, false, PdfInk.TEXT);
        }

        public static Cell strong(String words) {
            return new Cell(words, true, PdfInk.TEXT);
        }

        public static Cell soft(String words) {
            return new Cell(words, false, PdfInk.SOFT);
        }

        public static Cell alarm(String words) {
            return new Cell(words, true, PdfInk.ALARM);
        }
    }

    /**
     * A table without rows.
     *
     * @param shares of the width of the page, one per column, which add up to 1
     */
    public PdfTable(List<String> heads, float... shares) {
        if (heads.size() != shares.length) {
            throw new IllegalArgumentException(heads.size() + " heads for " + shares.length + " columns");
        }
        this.heads = List.copyOf(heads);
        this.shares = shares.clone();
    }

    /**
     * Adds a row at the end.
     *
     * @throws IllegalArgumentException when there is not one cell per column
     */
    public PdfTable row(Cell... cells) {
        if (cells.length != shares.length) {
            throw new IllegalArgumentException("a row has " + cells.length + " cells, not " + shares.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    void write(PdfPages pages) throws IOException {
        List<Cell> head = heads.stream().map(Cell::soft).toList();
        boolean first = true;
        for (List<Cell> row : rows) {
            List<List<String>> lines = lines(pages, row);
            float height = height(lines);
            float wanted = first ? height + height(lines(pages, head)) : height;
            if (first || pages.left() < wanted) {
                pages.room(wanted);
                draw(pages, head, lines(pages, head), true);
                first = false;
            }
            draw(pages, row, lines, false);
        }
        pages.space(LEADING);
    }

    private void draw(PdfPages pages, List<Cell> row, List<List<String>> lines, boolean head) throws IOException {
        float height = height(lines);
        PdfDrawing drawing = pages.take(height);
        if (head) {
            drawing.fill(PdfInk.GROUND, 0, 0, drawing.width(), height);
        }
        float x = 0;
        for (int column = 0; column < row.size(); column++) {
            Cell cell = row.get(column);
            float y = PADDING + SIZE;
            for (String line : lines.get(column)) {
                drawing.write(cell.ink(), cell.strong(), SIZE, x + PADDING, y, line);
                y += LEADING;
            }
            x += shares[column] * drawing.width();
        }
        drawing.line(PdfInk.LINE, false, 0, height, drawing.width(), height);
    }

    private List<List<String>> lines(PdfPages pages, List<Cell> row) throws IOException {
        int most = (int) ((pages.pageHeight() - 4 * LEADING) / LEADING);
        List<List<String>> lines = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            float width = shares[column] * pages.width() - 2 * PADDING;
            List<String> own = pages.text().lines(row.get(column).words(), SIZE, width);
            lines.add(own.size() <= most ? own : own.subList(0, most));
        }
        return lines;
    }

    private static float height(List<List<String>> lines) {
        return lines.stream().mapToInt(List::size).max().orElse(1) * LEADING + 2 * PADDING;
    }
}
