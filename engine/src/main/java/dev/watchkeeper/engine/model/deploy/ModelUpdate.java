package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.signal.AssetId;

/** What the detection job is told about the models of an asset. The newest of an asset and role is what holds. */
public sealed interface ModelUpdate {
    AssetId asset();

    Role role();

    /**
     * A version takes a role from now on, from the state at the end of its training; the number may be lower than that of
     * the one before, which is a rollback. Where the running challenger is deployed as champion, it goes on from what it has
     * learned since instead, and the place of the challenger is free.
     */
    record Deployed(Role role, ModelVersion model) implements ModelUpdate {
        @Override
        public AssetId asset() {
            return model.asset();
        }
    }

    /**
     * There is no version in a role any more. Without a champion the detectors that learn as they go judge, from the state in
     * which the first champion found them.
     */
    record Withdrawn(AssetId asset, Role role) implements ModelUpdate {}
}
