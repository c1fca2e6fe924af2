package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.model.ModelFormat;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.signal.AssetId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records of the models topic. A model is larger than a broker takes in one record (about 30 KB for each sensor), so
 * its bytes ({@link ModelFormat}) are cut into chunks. Big-endian: {@code WKMC}, version (2 bytes), asset (length in 2, UTF-8),
 * an id that all chunks of one publishing share (16), number of this chunk from 0 on (2), number of chunks (2), bytes.
 * {@link ModelAssembler} puts them together.
 */
public final class ModelCodec {
    /** The largest value of a record, in bytes; leaves a broker's usual limit of 1 MiB room for key and headers. */
    public static final int LARGEST = 900_000;

    private static final int VERSION = 1;
    private static final byte[] MAGIC = "WKMC".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_CHUNKS = 200;
    private static final int HEADER = 4 + 2 + 2 + 4 * AssetId.LONGEST + 16 + 2 + 2;

    private ModelCodec() {}

    /** One chunk, as it was read. */
    record Chunk(AssetId asset, UUID publishing, int number, int chunks, ByteBuffer bytes) {}

    /**
     * Cuts a model into records, which are to be sent in this order.
     *
     * @param publishing tells the chunks of this publishing from those of any other
     * @throws IllegalArgumentException when the model is larger than 180 MB
     */
    public static List<ModelRecord> encode(ModelVersion model, UUID publishing) {
        byte[] bytes = ModelFormat.encode(model);
        int size = LARGEST - HEADER;
        int chunks = (bytes.length + size - 1) / size;
        if (chunks > MOST_CHUNKS) {
            throw new IllegalArgumentException("the model of " + model.asset() + " has " + bytes.length
                    + " bytes, at most " + MOST_CHUNKS * size + " are allowed");
        }
        List<ModelRecord> records = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            byte[] chunk = Arrays.copyOfRange(bytes, i * size, Math.min(bytes.length, (i + 1) * size));
            String key = i == 0 ? model.asset().value() : model.asset().value() + "/" + i;
            records.add(new ModelRecord(model.asset(), key, encode(model.asset(), publishing, i, chunks, chunk)));
        }
        return records;
    }

    private static byte[] encode(AssetId asset, UUID publishing, int number, int chunks, byte[] bytes) {
        byte[] name = asset.value().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(HEADER - 4 * AssetId.LONGEST + name.length + bytes.length);
        out.put(MAGIC).putShort((short) VERSION).putShort((short) name.length).put(name);
        out.putLong(publishing.getMostSignificantBits()).putLong(publishing.getLeastSignificantBits());
        out.putShort((short) number).putShort((short) chunks).put(bytes);
        return out.array();
    }

    static Chunk decode(byte @Nullable [] value) throws WireException {
        byte[] bytes = Json.checkSize(value, LARGEST);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte[] magic = new byte[MAGIC.length];
            in.get(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new WireException(RejectionReason.BROKEN_RECORD, "The record is no chunk of a model.");
            }
            Json.checkVersion(in.getShort());
            byte[] name = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(name);
            AssetId asset = FieldValues.asset(new String(name, StandardCharsets.UTF_8));
            UUID publishing = new UUID(in.getLong(), in.getLong());
            int number = in.getShort();
            int chunks = in.getShort();
            if (chunks < 1 || chunks > MOST_CHUNKS || number < 0 || number >= chunks) {
                throw new WireException(
                        RejectionReason.WRONG_VALUE, "The record is chunk " + number + " of " + chunks + ".");
            }
            return new Chunk(asset, publishing, number, chunks, in.slice());
        } catch (BufferUnderflowException e) {
            throw new WireException(RejectionReason.BROKEN_RECORD, "The chunk of a model is cut short.");
        }
    }
}
