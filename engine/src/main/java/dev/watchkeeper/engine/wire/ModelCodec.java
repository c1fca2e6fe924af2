package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.model.ModelFormat;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.deploy.ModelUpdate;
import dev.watchkeeper.engine.model.deploy.Role;
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
 * The records of the models topic: {@link ModelUpdate}s. A model is larger than a broker takes in one record (about 30 KB
 * for each sensor), so its bytes ({@link ModelFormat}) are cut into chunks. Big-endian: {@code WKMC}, version (2 bytes), role
 * (1: champion, challenger), asset (length in 2, UTF-8), an id that all chunks of one publishing share (16), number of this
 * chunk from 0 on (2), number of chunks (2), bytes. A withdrawal has no chunks and no bytes. Version 1 has no role, and is
 * of champions. {@link ModelAssembler} puts chunks together.
 */
public final class ModelCodec {
    /** The largest value of a record, in bytes; leaves a broker's usual limit of 1 MiB room for key and headers. */
    public static final int LARGEST = 900_000;

    private static final int VERSION = 2;
    private static final int VERSION_WITHOUT_ROLE = 1;
    private static final byte[] MAGIC = "WKMC".getBytes(StandardCharsets.US_ASCII);
    private static final Role[] ROLES = {Role.CHAMPION, Role.CHALLENGER};
    private static final int MOST_CHUNKS = 200;
    private static final int HEADER_BUT_NAME = 4 + 2 + 1 + 2 + 16 + 2 + 2;
    private static final int HEADER = HEADER_BUT_NAME + 4 * AssetId.LONGEST;

    private ModelCodec() {}

    /** One chunk, as it was read; a withdrawal where there are 0 chunks. */
    record Chunk(AssetId asset, Role role, UUID publishing, int number, int chunks, ByteBuffer bytes) {
        boolean isWithdrawal() {
            return chunks == 0;
        }
    }

    /**
     * Cuts an update into records, which are to be sent in this order.
     *
     * @param publishing tells the chunks of this publishing from those of any other
     * @throws IllegalArgumentException when the model is larger than 180 MB
     */
    public static List<ModelRecord> encode(ModelUpdate update, UUID publishing) {
        AssetId asset = update.asset();
        if (!(update instanceof ModelUpdate.Deployed deployed)) {
            Chunk withdrawal = new Chunk(asset, update.role(), publishing, 0, 0, ByteBuffer.allocate(0));
            return List.of(new ModelRecord(asset, key(withdrawal), encode(withdrawal)));
        }
        ModelVersion model = deployed.model();
        byte[] bytes = ModelFormat.encode(model);
        int size = LARGEST - HEADER;
        int chunks = (bytes.length + size - 1) / size;
        if (chunks > MOST_CHUNKS) {
            throw new IllegalArgumentException("the model of " + asset + " has " + bytes.length + " bytes, at most "
                    + MOST_CHUNKS * size + " are allowed");
        }
        List<ModelRecord> records = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            int length = Math.min(size, bytes.length - i * size);
            Chunk chunk =
                    new Chunk(asset, update.role(), publishing, i, chunks, ByteBuffer.wrap(bytes, i * size, length));
            records.add(new ModelRecord(asset, key(chunk), encode(chunk)));
        }
        return records;
    }

    /** A withdrawal has the key of a first chunk, so that compaction lets it replace one. */
    private static String key(Chunk chunk) {
        String first = chunk.asset().value() + "/" + chunk.role().word();
        return chunk.number() == 0 ? first : first + "/" + chunk.number();
    }

    private static byte[] encode(Chunk chunk) {
        byte[] name = chunk.asset().value().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(
                HEADER_BUT_NAME + name.length + chunk.bytes().remaining());
        out.put(MAGIC).putShort((short) VERSION);
        out.put((byte) Arrays.asList(ROLES).indexOf(chunk.role()));
        out.putShort((short) name.length).put(name);
        out.putLong(chunk.publishing().getMostSignificantBits());
        out.putLong(chunk.publishing().getLeastSignificantBits());
        out.putShort((short) chunk.number()).putShort((short) chunk.chunks()).put(chunk.bytes());
        return out.array();
    }

    /**
     * Reads which asset a record is about, and no more.
     *
     * @param value null where it has none
     * @throws WireException when the bytes are no such record
     */
    public static AssetId asset(byte @Nullable [] value) throws WireException {
        return decode(value).asset();
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
            Role role = role(in.getShort(), in);
            byte[] name = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(name);
            AssetId asset = FieldValues.asset(new String(name, StandardCharsets.UTF_8));
            UUID publishing = new UUID(in.getLong(), in.getLong());
            int number = in.getShort();
            int chunks = in.getShort();
            boolean isWithdrawal = number == 0 && chunks == 0;
            if (!isWithdrawal && (chunks < 1 || chunks > MOST_CHUNKS || number < 0 || number >= chunks)) {
                throw new WireException(
                        RejectionReason.WRONG_VALUE, "The record is chunk " + number + " of " + chunks + ".");
            }
            return new Chunk(asset, role, publishing, number, chunks, in.slice());
        } catch (BufferUnderflowException e) {
            throw new WireException(RejectionReason.BROKEN_RECORD, "The chunk of a model is cut short.");
        }
    }

    private static Role role(int version, ByteBuffer in) throws WireException {
        if (version == VERSION_WITHOUT_ROLE) {
            return Role.CHAMPION;
        }
        if (version != VERSION) {
            throw new WireException(
                    RejectionReason.UNKNOWN_VERSION,
                    "The record is of version " + version + ", only versions up to " + VERSION + " can be read.");
        }
        int role = in.get();
        if (role < 0 || role >= ROLES.length) {
            throw new WireException(RejectionReason.WRONG_VALUE, "The record is of role " + role + ".");
        }
        return ROLES[role];
    }
}
