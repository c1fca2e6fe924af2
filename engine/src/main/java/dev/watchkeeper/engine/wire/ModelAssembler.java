package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.model.ModelFormat;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.UnreadableModelException;
import dev.watchkeeper.engine.model.deploy.ModelUpdate;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.signal.AssetId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of the models topic together to updates. For each asset and role it holds the chunks of the publishing
 * that it saw last; chunks that a compacted topic kept of an older one are forgotten when the next comes. So chunks of two
 * publishings are never put together. Not thread-safe.
 */
public final class ModelAssembler {
    private final Map<Place, Pending> pending = new LinkedHashMap<>();

    private record Place(AssetId asset, Role role) {}

    private static final class Pending {
        final UUID publishing;
        final @Nullable ByteBuffer[] chunks;
        /** The records that the chunks came in. */
        final List<byte[]> records = new ArrayList<>();

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
     * @param value null where it has none; must not be changed any more
     * @return the update that is complete with it
     * @throws WireException when the bytes are no chunk, or the model that they complete cannot be read
     */
    public Optional<ModelPublishing> add(byte @Nullable [] value) throws WireException {
        ModelCodec.Chunk chunk = ModelCodec.decode(value);
        Place place = new Place(chunk.asset(), chunk.role());
        if (chunk.isWithdrawal()) {
            pending.remove(place);
            return Optional.of(
                    new ModelPublishing(chunk.publishing(), new ModelUpdate.Withdrawn(chunk.asset(), chunk.role())));
        }
        Pending model = pending.get(place);
        if (model == null || !model.publishing.equals(chunk.publishing()) || model.chunks.length != chunk.chunks()) {
            model = new Pending(chunk.publishing(), chunk.chunks());
            pending.put(place, model);
        }
        if (value != null && model.chunks[chunk.number()] == null) {
            model.chunks[chunk.number()] = chunk.bytes();
            model.records.add(value);
            model.missing--;
        }
        if (model.missing > 0) {
            return Optional.empty();
        }
        pending.remove(place);
        return Optional.of(new ModelPublishing(
                model.publishing, new ModelUpdate.Deployed(place.role(), decode(place.asset(), model))));
    }

    /** The records of updates that are not complete: another assembler that takes them in goes on as this one would. */
    public List<byte[]> pending() {
        List<byte[]> records = new ArrayList<>();
        pending.values().forEach(model -> records.addAll(model.records));
        return records;
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
