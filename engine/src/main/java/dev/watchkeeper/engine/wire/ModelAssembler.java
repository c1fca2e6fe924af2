package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.model.ModelFormat;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.UnreadableModelException;
import dev.watchkeeper.engine.signal.AssetId;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of the models topic together to models. For each asset it holds the chunks of the publishing that it saw
 * last; chunks that a compacted topic kept of an older one are forgotten when the next comes. Not thread-safe.
 */
public final class ModelAssembler {
    private final Map<AssetId, Pending> pending = new HashMap<>();

    private static final class Pending {
        final UUID publishing;
        final @Nullable ByteBuffer[] chunks;
        int missing;

        Pending(UUID publishing, int chunks) {
            this.publishing = publishing;
            this.chunks = new ByteBuffer[chunks];
            missing = chunks;
        }
    }

    /**
     * Takes in a record.
     *
     * @param value null where it has none
     * @return the model that is complete with it
     * @throws WireException when the bytes are no chunk, or the model that they complete cannot be read
     */
    public Optional<ModelVersion> add(byte @Nullable [] value) throws WireException {
        ModelCodec.Chunk chunk = ModelCodec.decode(value);
        Pending model = pending.get(chunk.asset());
        if (model == null || !model.publishing.equals(chunk.publishing()) || model.chunks.length != chunk.chunks()) {
            model = new Pending(chunk.publishing(), chunk.chunks());
            pending.put(chunk.asset(), model);
        }
        if (model.chunks[chunk.number()] == null) {
            model.missing--;
        }
        model.chunks[chunk.number()] = chunk.bytes();
        if (model.missing > 0) {
            return Optional.empty();
        }
        pending.remove(chunk.asset());
        return Optional.of(decode(chunk.asset(), model));
    }

    private static ModelVersion decode(AssetId asset, Pending complete) throws WireException {
        try {
            ModelVersion model = ModelFormat.decode(join(complete));
            if (!model.asset().equals(asset)) {
                throw new WireException(
                        RejectionReason.WRONG_VALUE, "Chunks for " + asset + " hold a model of " + model.asset() + ".");
            }
            return model;
        } catch (UnreadableModelException e) {
            RejectionReason reason = e.reason() == UnreadableModelException.Reason.NEWER
                    ? RejectionReason.UNKNOWN_VERSION
                    : RejectionReason.BROKEN_RECORD;
            throw new WireException(reason, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] join(Pending complete) {
        int length = 0;
        for (ByteBuffer chunk : complete.chunks) {
            length += chunk == null ? 0 : chunk.remaining();
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (ByteBuffer chunk : complete.chunks) {
            if (chunk != null) {
                joined.put(chunk.duplicate());
            }
        }
        return joined.array();
    }
}
