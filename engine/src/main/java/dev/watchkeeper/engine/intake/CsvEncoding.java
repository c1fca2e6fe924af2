package dev.watchkeeper.engine.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The character set of a file, told by its byte order mark or else by its bytes: UTF-8 when they are, Windows-1252
 * otherwise.
 *
 * @param markBytes the length of the byte order mark
 */
public record CsvEncoding(Charset charset, int markBytes) {
    static CsvEncoding of(byte[] head) {
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return new CsvEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xff, 0xfe)) {
            return new CsvEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xfe, 0xff)) {
            return new CsvEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return new CsvEncoding(isUtf8(head) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"), 0);
    }

    /** A character that the last byte cuts off is no error. */
    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
        return !result.isError();
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
