package dev.watchkeeper.engine.knowledge.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes passages of blocks: a new one under each heading, and where a section is longer than {@value #MOST_WORDS} words, at a
 * paragraph, a line, a sentence or at last a word. A short rest goes with what is before it.
 */
final class Splitter implements BlockSink {
    static final int MOST_WORDS = 200;

    /** A rest of so few words is not left by itself. */
    private static final int FEW_WORDS = 25;

    private final int most;
    private final BooleanSupplier cancelled;
    private final List<TextPassage> passages = new ArrayList<>();
    private final List<Block> headings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int words;
    private int page;
    private boolean full;
    private @Nullable List<String> textUnder;

    Splitter(int most, BooleanSupplier cancelled) {
        this.most = most;
        this.cancelled = cancelled;
    }

    /** Whether there was more than is taken. */
    boolean isFull() {
        return full;
    }

    /** All passages, after the last block. */
    List<TextPassage> passages() {
        flush();
        return passages;
    }

    @Override
    public boolean accept(Block block) {
        if (cancelled.getAsBoolean()) {
            return false;
        }
        String trimmed =
                block.lines() ? block.text().stripTrailing() : block.text().strip();
        if (trimmed.isBlank()) {
            return !full;
        }
        if (block.level() > 0) {
            flush();
            headings.removeIf(heading -> heading.level() >= block.level());
            headings.add(Block.heading(block.level(), trimmed.replaceAll("\\s+", " "), block.page()));
        } else if (block.lines()) {
            addLines(trimmed, block.page());
        } else {
            addParagraph(trimmed, block.page());
        }
        return !full;
    }

    private void addLines(String lines, int onPage) {
        if (words + count(lines) > MOST_WORDS) {
            flush();
        }
        if (count(lines) <= MOST_WORDS) {
            add(lines, onPage, "\n");
            return;
        }
        for (String line : lines.split("\n", -1)) {
            if (count(line) > MOST_WORDS) {
                addParagraph(line.strip(), onPage);
            } else {
                add(line, onPage, "\n");
            }
        }
    }

    private void addParagraph(String paragraph, int onPage) {
        int length = count(paragraph);
        if (length <= MOST_WORDS) {
            add(paragraph, onPage, "\n");
            return;
        }
        // Parts of about the same length read better than a long and a short one.
        int parts = (length + MOST_WORDS - 1) / MOST_WORDS;
        int aim = Math.min(MOST_WORDS, length / parts + FEW_WORDS);
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(paragraph);
        int start = breaks.first();
        flush();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = paragraph.substring(start, end).strip();
            start = end;
            if (words > 0 && words + count(sentence) > aim) {
                flush();
            }
            for (String piece : pieces(sentence)) {
                add(piece, onPage, " ");
            }
        }
    }

    private static List<String> pieces(String sentence) {
        if (count(sentence) <= MOST_WORDS) {
            return List.of(sentence);
        }
        List<String> pieces = new ArrayList<>();
        String[] all = sentence.split("\\s+", -1);
        for (int from = 0; from < all.length; from += MOST_WORDS) {
            pieces.add(String.join(" ", List.of(all).subList(from, Math.min(all.length, from + MOST_WORDS))));
        }
        return pieces;
    }

    private void add(String more, int onPage, String between) {
        int count = count(more);
        if (words > 0 && words + count > MOST_WORDS + (count <= FEW_WORDS ? FEW_WORDS : 0)) {
            flush();
        }
        if (full) {
            return;
        }
        if (words == 0) {
            page = onPage;
            textUnder = headings.stream().map(Block::text).toList();
        } else {
            text.append(between);
        }
        text.append(more);
        words += count;
    }

    private void flush() {
        List<String> under = textUnder;
        if (words > 0 && under != null && !full) {
            passages.add(new TextPassage(under, page, text.toString()));
            full = passages.size() >= most;
        }
        text.setLength(0);
        words = 0;
        textUnder = null;
    }

    private static int count(String text) {
        int count = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            count += !blank && !inside ? 1 : 0;
            inside = !blank;
        }
        return count;
    }
}
