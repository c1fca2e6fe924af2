package dev.watchkeeper.engine.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, each bounded, in constant memory. Lines that a quoted cell runs over are taken together; a quote
 * that is never closed spoils its own line only.
 */
final class CsvLines {
    /** The longest line, in characters; what is beyond is left out. */
    static final int LONGEST = 64 * 1024;
    /** Over how many lines a quoted cell may run. */
    private static final int QUOTED_LINES = 5;

    private final Reader reader;
    private final char[] buffer = new char[8 * 1024];
    private int next;
    private int end;
    private boolean skipLineFeed;
    private long number;
    private final List<Line> ahead = new ArrayList<>();

    /** A line.
     *
     * @param number from 1 on; of the first where several are taken together
     * @param cut whether it was longer than is allowed
     */
    record Line(long number, String text, boolean cut) {
        boolean isBlank() {
            return text.isBlank();
        }

        /** A quote after a letter or digit is one that means inches, and opens nothing. */
        private boolean hasOpenQuote() {
            boolean open = false;
            for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
                open = !open && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
            }
            return open;
        }

        private Line and(Line following) {
            return new Line(number, text + "\n" + following.text, cut || following.cut);
        }
    }

    CsvLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line; null after the last. */
    @Nullable Line read() throws IOException {
        Line first = ahead.isEmpty() ? readOne() : ahead.remove(0);
        if (first == null || !first.hasOpenQuote()) {
            return first;
        }
        Line whole = first;
        for (int i = 0; i < QUOTED_LINES - 1; i++) {
            if (i == ahead.size()) {
                Line following = readOne();
                if (following == null) {
                    break;
                }
                ahead.add(following);
            }
            whole = whole.and(ahead.get(i));
            if (!whole.hasOpenQuote()) {
                ahead.subList(0, i + 1).clear();
                return whole;
            }
        }
        return first;
    }

    private @Nullable Line readOne() throws IOException {
        StringBuilder text = new StringBuilder(128);
        boolean cut = false;
        boolean any = false;
        while (true) {
            if (next == end && !fill()) {
                return any ? new Line(++number, text.toString(), cut) : null;
            }
            if (skipLineFeed) {
                skipLineFeed = false;
                if (buffer[next] == '\n') {
                    next++;
                    continue;
                }
            }
            any = true;
            int start = next;
            while (next < end && buffer[next] != '\n' && buffer[next] != '\r') {
                next++;
            }
            int taken = Math.min(next - start, LONGEST - text.length());
            text.append(buffer, start, taken);
            cut |= taken < next - start;
            if (next < end) {
                skipLineFeed = buffer[next++] == '\r';
                return new Line(++number, text.toString(), cut);
            }
        }
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, reader.read(buffer));
        return end > 0;
    }
}
