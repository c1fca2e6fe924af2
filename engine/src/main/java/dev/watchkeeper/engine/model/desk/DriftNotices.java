package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;

/** Tells the operator of drift. Thread-safe; may be told the same more than once. */
public interface DriftNotices {
    /** Tells nobody. */
    DriftNotices NONE = new DriftNotices() {
        @Override
        public void drifting(AssetDrift drift, Instant at) {}

        @Override
        public void steady(AssetId asset, Instant at) {}
    };

    /**
     * An asset drifts, or goes on drifting in another way.
     *
     * @param at event time
     */
    void drifting(AssetDrift drift, Instant at);

    /**
     * An asset does not drift, or no more.
     *
     * @param at event time
     */
    void steady(AssetId asset, Instant at);
}
