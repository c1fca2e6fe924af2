package dev.watchkeeper.engine.knowledge.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Plain text of any length, read piece by piece. A heading is a line that is underlined, or one in a paragraph of its own that is
 * numbered or in capitals.
 */
final class TextReader implements FormatReader {
    private static final int LOOK_BYTES = 64 << 10;
    private static final int LONGEST_LINE = 4_000;
    private static final int LONGEST_PARAGRAPH = 8_000;
    private static final int LONGEST_HEADING = 90;
    private static final Pattern NUMBERED = Pattern.compile("(\\d+(\\.\\d+)*)[.)]? +\\p{Lu}[^.;]*");
    private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}\\d][\\p{Lu}\\d ,:&/()'\\-]{3,}");
    private static final Pattern UNDERLINE = Pattern.compile("(=|-|~|\\*){3,}");

    @Override
    public long largest() {
        return Long.MAX_VALUE;
    }

    @Override
    public String read(DocumentSource source, BlockSink sink) throws IOException, UnreadableDocument {
        try (InputStream bytes = new BufferedInputStream(source.open(), LOOK_BYTES)) {
            Reader reader = new InputStreamReader(bytes, charset(bytes));
            Lines lines = new Lines(reader);
            StringBuilder paragraph = new StringBuilder();
            boolean more = true;
            for (String line = lines.next(); more && !line.equals(Lines.END); line = lines.next()) {
                if (line.isBlank()) {
                    more = emit(paragraph, sink);
                } else if (UNDERLINE.matcher(line.strip()).matches() && isHeadingLong(paragraph)) {
                    more = sink.accept(Block.heading(line.strip().startsWith("=") ? 1 : 2, paragraph.toString(), 0));
                    paragraph.setLength(0);
                } else {
                    paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.stripTrailing());
                    if (paragraph.length() > LONGEST_PARAGRAPH) {
                        more = emit(paragraph, sink);
                    }
                }
            }
            if (more) {
                emit(paragraph, sink);
            }
        }
        return "";
    }

    private static boolean isHeadingLong(StringBuilder paragraph) {
        return !paragraph.isEmpty() && paragraph.length() <= LONGEST_HEADING && paragraph.indexOf("\n") < 0;
    }

    private static boolean emit(StringBuilder paragraph, BlockSink sink) {
        String text = paragraph.toString();
        paragraph.setLength(0);
        String line = text.strip();
        if (text.isBlank()) {
            return true;
        }
        if (line.indexOf('\n') < 0 && line.length() <= LONGEST_HEADING) {
            var numbered = NUMBERED.matcher(line);
            if (numbered.matches()) {
                int level = 1
                        + (int) numbered.group(1).chars().filter(c -> c == '.').count();
                return sink.accept(Block.heading(level, line, 0));
            }
            if (CAPITALS.matcher(line).matches()) {
                return sink.accept(Block.heading(1, line, 0));
            }
        }
        boolean aligned = text.lines().anyMatch(one -> one.startsWith("  ") || one.contains("\t"))
                || text.lines().allMatch(one -> one.strip().matches("([-*•]|\\d+[.)]) .*"));
        return sink.accept(aligned ? Block.lines(text, 0) : Block.text(text.replace('\n', ' '), 0));
    }

    private static Charset charset(InputStream bytes) throws IOException, UnreadableDocument {
        bytes.mark(LOOK_BYTES);
        byte[] look = bytes.readNBytes(LOOK_BYTES);
        bytes.reset();
        if (look.length >= 2 && (isMark(look, 0xFE, 0xFF) || isMark(look, 0xFF, 0xFE))) {
            return StandardCharsets.UTF_16;
        }
        for (byte b : look) {
            if (b == 0) {
                throw new UnreadableDocument("It is called a text but is none.");
            }
        }
        // The last character may be cut off where the look ends.
        int length = look.length;
        for (int cut = 0; cut < 4 && length > 0; cut++, length--) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(look, 0, length));
                return StandardCharsets.UTF_8;
            } catch (CharacterCodingException e) {
                // Tried once more with one byte less.
            }
        }
        return look.length == 0 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static boolean isMark(byte[] bytes, int first, int second) {
        return bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    /** Lines, the longest of which are cut. */
    private static final class Lines {
        static final String END = "\u0000";

        private final Reader reader;
        private final char[] buffer = new char[8_192];
        private int at;
        private int length;

        Lines(Reader reader) {
            this.reader = reader;
        }

        String next() throws IOException {
            StringBuilder line = new StringBuilder();
            while (line.length() < LONGEST_LINE) {
                if (at == length) {
                    length = Math.max(0, reader.read(buffer));
                    at = 0;
                    if (length == 0) {
                        return line.isEmpty() ? END : line.toString();
                    }
                }
                char c = buffer[at++];
                if (c == '\n') {
                    return line.toString();
                }
                if (c != '\r' && c != '\uFEFF' && c != 0) {
                    line.append(c);
                }
            }
            return line.toString();
        }
    }
}
