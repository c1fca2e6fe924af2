package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.AssetEpisodes;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps {@link AssetEpisodes} in Flink's state as their own versioned snapshot. */
final class AssetEpisodesSerializer extends SnapshotSerializer<AssetEpisodes> {
    private static final long serialVersionUID = 1L;
    static final AssetEpisodesSerializer INSTANCE = new AssetEpisodesSerializer();

    @Override
    public AssetEpisodes createInstance() {
        return new AssetEpisodes();
    }

    @Override
    public AssetEpisodes copy(AssetEpisodes from) {
        return from.copy();
    }

    @Override
    byte[] snapshot(AssetEpisodes episodes) {
        return episodes.snapshot();
    }

    @Override
    AssetEpisodes restore(byte[] snapshot) {
        return AssetEpisodes.restore(snapshot);
    }

    @Override
    public TypeSerializerSnapshot<AssetEpisodes> snapshotConfiguration() {
        return new Snapshot();
    }

    /** For Flink, which makes it by its public constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<AssetEpisodes> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
