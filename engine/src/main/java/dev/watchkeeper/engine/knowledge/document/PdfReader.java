package dev.watchkeeper.engine.knowledge.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/**
 * PDF by PDFBox. Headings are lines that the outline names, and short lines that are printed larger than most of the text, or
 * bold where there is a gap above them. Lines that most pages repeat at their head or foot are left out.
 */
final class PdfReader implements FormatReader {
    private static final long LARGEST = 256L << 20;
    private static final int MOST_PAGES = 5_000;
    private static final int MOST_BOOKMARKS = 20_000;
    private static final int LONGEST_HEADING = 120;
    private static final float LARGER = 1.12f;
    private static final float GAP = 1.7f;
    private static final int REPEATED_PAGES = 4;

    @Override
    public long largest() {
        return LARGEST;
    }

    @Override
    public String read(DocumentSource source, BlockSink sink) throws IOException, UnreadableDocument {
        try (RandomAccessRead bytes = random(source);
                PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new UnreadableDocument("Its author has forbidden to take text out of it. Ask for a free copy.");
            }
            List<List<PdfLine>> pages = new ArrayList<>();
            PdfLines lines = new PdfLines();
            for (int page = 1; page <= Math.min(MOST_PAGES, document.getNumberOfPages()); page++) {
                pages.add(lines.of(document, page));
            }
            emit(pages, new Look(bodySize(pages), repeated(pages), outline(document)), sink);
            String title = document.getDocumentInformation().getTitle();
            return title == null || title.length() > LONGEST_HEADING ? "" : title;
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument("It is protected by a password. Save it without one.", e);
        } catch (IOException e) {
            throw new UnreadableDocument("It is damaged, or no PDF: it cannot be made out. Save it anew.", e);
        }
    }

    private static RandomAccessRead random(DocumentSource source) throws IOException {
        if (source.file().isPresent()) {
            return new RandomAccessReadBufferedFile(source.file().get());
        }
        try (InputStream bytes = source.open()) {
            return RandomAccessReadBuffer.createBufferFromStream(bytes);
        }
    }

    /**
     * What is known of the whole document.
     *
     * @param body the size that most of the text is printed in, in points
     * @param repeated lines at head or foot of most pages, without their numbers
     * @param outline levels by the names of bookmarks
     */
    private record Look(float body, Set<String> repeated, Map<String, Integer> outline) {
        int level(PdfLine line) {
            Integer named = outline.get(key(line.text()));
            if (named != null) {
                return named;
            }
            if (line.text().length() > LONGEST_HEADING || !line.text().matches(".*\\p{L}{2}.*")) {
                return 0;
            }
            float ratio = line.size() / body;
            if (ratio >= LARGER) {
                return ratio > 1.7 ? 1 : ratio > 1.35 ? 2 : 3;
            }
            boolean apart = line.gap() < 0 || line.gap() > GAP * body;
            boolean open = !line.text().endsWith(".") && !line.text().endsWith(",");
            return line.bold() && apart && open ? 4 : 0;
        }
    }

    private static void emit(List<List<PdfLine>> pages, Look look, BlockSink sink) {
        StringBuilder paragraph = new StringBuilder();
        int began = 1;
        for (List<PdfLine> page : pages) {
            for (int i = 0; i < page.size(); i++) {
                PdfLine line = page.get(i);
                if (isEdge(i, page.size()) && look.repeated().contains(plain(line.text()))) {
                    continue;
                }
                int level = look.level(line);
                boolean apart = line.gap() < 0 || line.gap() > GAP * line.size();
                boolean ended = level > 0 || (apart && !goesOn(paragraph));
                if (ended) {
                    if (!sink.accept(Block.text(paragraph.toString(), began))) {
                        return;
                    }
                    paragraph.setLength(0);
                }
                if (level > 0) {
                    if (!sink.accept(Block.heading(level, line.text(), line.page()))) {
                        return;
                    }
                    continue;
                }
                if (paragraph.isEmpty()) {
                    began = line.page();
                }
                join(paragraph, line.text());
            }
        }
        sink.accept(Block.text(paragraph.toString(), began));
    }

    private static void join(StringBuilder paragraph, String line) {
        int last = paragraph.length() - 1;
        boolean hyphen = last > 1
                && paragraph.charAt(last) == '-'
                && Character.isLetter(paragraph.charAt(last - 1))
                && Character.isLowerCase(line.charAt(0));
        if (hyphen) {
            paragraph.setLength(last);
        } else if (last >= 0) {
            paragraph.append(' ');
        }
        paragraph.append(line);
    }

    /** Whether a paragraph is broken off in the middle of a sentence, as at the end of a page. */
    private static boolean goesOn(StringBuilder paragraph) {
        return !paragraph.isEmpty() && ".:;!?)".indexOf(paragraph.charAt(paragraph.length() - 1)) < 0;
    }

    private static float bodySize(List<List<PdfLine>> pages) {
        Map<Float, Integer> letters = new HashMap<>();
        pages.forEach(page -> page.forEach(line ->
                letters.merge(Math.round(line.size() * 2) / 2f, line.text().length(), Integer::sum)));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(size -> size > 0)
                .orElse(1f);
    }

    private static Set<String> repeated(List<List<PdfLine>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<PdfLine> page : pages) {
            Set<String> edges = new HashSet<>();
            for (int i = 0; i < page.size(); i++) {
                if (isEdge(i, page.size())) {
                    edges.add(plain(page.get(i).text()));
                }
            }
            edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
        }
        Set<String> repeated = new HashSet<>();
        counts.forEach((edge, count) -> {
            if (count >= REPEATED_PAGES && count * 2 >= pages.size()) {
                repeated.add(edge);
            }
        });
        return repeated;
    }

    private static boolean isEdge(int line, int lines) {
        return line == 0 || line == lines - 1;
    }

    private static String plain(String line) {
        return line.replaceAll("\\d+", "#").strip();
    }

    private static Map<String, Integer> outline(PDDocument document) {
        Map<String, Integer> levels = new HashMap<>();
        PDOutlineNode root = document.getDocumentCatalog().getDocumentOutline();
        if (root != null) {
            collect(root, 1, levels);
        }
        return levels;
    }

    private static void collect(PDOutlineNode parent, int level, Map<String, Integer> levels) {
        for (PDOutlineItem item : parent.children()) {
            if (levels.size() >= MOST_BOOKMARKS || level > 6) {
                return;
            }
            String name = item.getTitle();
            if (name != null && !name.isBlank()) {
                levels.putIfAbsent(key(name), level);
            }
            collect(item, level + 1, levels);
        }
    }

    private static String key(String heading) {
        return heading.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
