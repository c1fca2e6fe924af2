package dev.watchkeeper.engine.model;

import static dev.watchkeeper.engine.model.UnreadableModelException.Reason.DAMAGED;
import static dev.watchkeeper.engine.model.UnreadableModelException.Reason.FOREIGN;
import static dev.watchkeeper.engine.model.UnreadableModelException.Reason.NEWER;
import static dev.watchkeeper.engine.model.UnreadableModelException.Reason.TOO_LARGE;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A model version as bytes, big-endian: {@code WKMV}, version (2 bytes), length of the body (4), length of the packed body
 * (4), the body packed with deflate (RFC 1951), SHA-256 of all before (32). The body is what {@link ModelBody} writes.
 *
 * <p>The bytes tell whether they were changed by accident; they are not signed.
 */
public final class ModelFormat {
    /** The largest body that is written or read, in bytes: an asset of 1,000 sensors needs 80 MB. */
    public static final int LARGEST = 128 * 1024 * 1024;

    private static final int VERSION = 1;
    private static final byte[] MAGIC = "WKMV".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + Short.BYTES + 2 * Integer.BYTES;
    private static final int CHECKSUM = 32;

    private ModelFormat() {}

    /**
     * Writes a model.
     *
     * @throws IllegalArgumentException when it is too large
     */
    public static byte[] encode(ModelVersion model) {
        byte[] body = ModelBody.write(model);
        if (body.length > LARGEST) {
            throw new IllegalArgumentException("the model of " + model.asset() + " has " + body.length
                    + " bytes, at most " + LARGEST + " are allowed");
        }
        byte[] packed = pack(body);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + packed.length + CHECKSUM);
        bytes.put(MAGIC).putShort((short) VERSION).putInt(body.length).putInt(packed.length);
        bytes.put(packed);
        bytes.put(checksum(bytes.array(), bytes.position()));
        return bytes.array();
    }

    /**
     * Reads a model.
     *
     * @throws UnreadableModelException when the bytes are no model, a newer one, or not as they were written
     */
    public static ModelVersion decode(byte[] bytes) throws UnreadableModelException {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        checkKind(header);
        if (header.remaining() < 2 * Integer.BYTES + CHECKSUM) {
            throw damaged("it is cut short");
        }
        int bodyLength = header.getInt();
        int packedLength = header.getInt();
        if (bodyLength > LARGEST) {
            throw new UnreadableModelException(
                    TOO_LARGE, "The model has " + bodyLength + " bytes, at most " + LARGEST + " are read.");
        }
        if (bodyLength < 0 || packedLength != header.remaining() - CHECKSUM) {
            throw damaged("it is cut short or too long");
        }
        byte[] expected = Arrays.copyOfRange(bytes, bytes.length - CHECKSUM, bytes.length);
        if (!MessageDigest.isEqual(expected, checksum(bytes, bytes.length - CHECKSUM))) {
            throw damaged("its checksum is wrong");
        }
        return ModelBody.read(unpack(bytes, packedLength, bodyLength));
    }

    private static void checkKind(ByteBuffer header) throws UnreadableModelException {
        byte[] magic = new byte[MAGIC.length];
        header.get(magic, 0, Math.min(magic.length, header.remaining()));
        if (!Arrays.equals(magic, MAGIC) || header.remaining() < Short.BYTES) {
            throw new UnreadableModelException(FOREIGN, "This is not a model: it does not begin as models do.");
        }
        int version = header.getShort();
        if (version != VERSION) {
            throw new UnreadableModelException(
                    NEWER,
                    "The model is of format " + version + ", this program reads format " + VERSION
                            + "; a newer one is needed.");
        }
    }

    private static UnreadableModelException damaged(String how) {
        return new UnreadableModelException(DAMAGED, "The model is damaged: " + how + ".");
    }

    private static byte[] pack(byte[] body) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(body);
            deflater.finish();
            byte[] packed = new byte[body.length / 2 + 1024];
            int length = deflater.deflate(packed);
            while (!deflater.finished()) {
                packed = Arrays.copyOf(packed, 2 * packed.length);
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    private static byte[] unpack(byte[] bytes, int packedLength, int bodyLength) throws UnreadableModelException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, HEADER, packedLength);
            byte[] body = new byte[bodyLength];
            int length = inflater.inflate(body);
            if (length != bodyLength || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw damaged("its body is not as long as it says");
            }
            return body;
        } catch (DataFormatException e) {
            throw new UnreadableModelException(DAMAGED, "The model is damaged: its body cannot be unpacked.", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] checksum(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
