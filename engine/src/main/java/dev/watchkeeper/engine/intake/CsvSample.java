package dev.watchkeeper.engine.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is looked at of a file to find its layout: its first lines and its last.
 *
 * @param head from the file's start
 * @param tail whole lines from near the file's end; empty where the head holds all; numbered from 1 again
 */
record CsvSample(CsvEncoding encoding, List<CsvLines.Line> head, List<CsvLines.Line> tail) {
    private static final int HEAD_BYTES = 256 * 1024;
    private static final int TAIL_BYTES = 64 * 1024;
    private static final int HEAD_LINES = 1_000;
    private static final int TAIL_LINES = 200;

    static CsvSample of(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            byte[] bytes = read(channel, 0, (int) Math.min(size, HEAD_BYTES));
            CsvEncoding encoding = CsvEncoding.of(bytes);
            boolean wide = encoding.charset().name().startsWith("UTF-16");
            if (!wide && isBinary(bytes)) {
                throw new CsvException("The file " + file.getFileName()
                        + " is not text: CSV was looked for, with a column of times and columns of numbers.");
            }
            List<CsvLines.Line> head = lines(bytes, encoding.markBytes(), encoding.charset(), HEAD_LINES);
            if (size > bytes.length && head.size() > 1 && head.size() < HEAD_LINES) {
                head.remove(head.size() - 1);
            }
            List<CsvLines.Line> tail = new ArrayList<>();
            if (size > bytes.length && !wide) {
                byte[] last = read(channel, Math.max(bytes.length, size - TAIL_BYTES), TAIL_BYTES);
                tail = lines(last, 0, encoding.charset(), Integer.MAX_VALUE);
                tail.subList(0, Math.min(tail.size(), Math.max(1, tail.size() - TAIL_LINES)))
                        .clear();
            }
            return new CsvSample(encoding, head, tail);
        }
    }

    boolean isEmpty() {
        return head.isEmpty();
    }

    private static byte[] read(SeekableByteChannel channel, long from, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        channel.position(from);
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) {
            read = channel.read(buffer);
        }
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    private static List<CsvLines.Line> lines(byte[] bytes, int from, Charset charset, int most) throws IOException {
        CsvLines source = new CsvLines(
                new InputStreamReader(new ByteArrayInputStream(bytes, from, bytes.length - from), charset));
        List<CsvLines.Line> lines = new ArrayList<>();
        for (CsvLines.Line line = source.read(); line != null && lines.size() < most; line = source.read()) {
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Text has no zero bytes and hardly any control characters. */
    private static boolean isBinary(byte[] bytes) {
        int control = 0;
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
            if (b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                control++;
            }
        }
        return control > bytes.length / 20;
    }
}
