package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The models of an asset as they now stand.
 *
 * @param champion the version whose detections become alarms
 * @param previousOrNull what {@link Models#rollBack} returns to, {@link dev.watchkeeper.engine.model.deploy.Takeover#NONE} for
 *     no trained model; null when there is nothing to return to
 * @param challengerOrNull the version in shadow; null when there is none
 * @param comparisonOrNull the newest comparison of this champion and this challenger; null while there is none
 * @param drift what the sensors' newest reports say together
 * @param proposalOrNull a training that is advised; null when none is, or one runs
 */
public record ModelCard(
        AssetId asset,
        Deployment champion,
        @Nullable Integer previousOrNull,
        @Nullable Deployment challengerOrNull,
        TrainingState training,
        @Nullable ShadowReport comparisonOrNull,
        RetrainPolicy policy,
        AssetDrift drift,
        @Nullable Proposal proposalOrNull) {
    public OptionalInt previous() {
        return previousOrNull == null ? OptionalInt.empty() : OptionalInt.of(previousOrNull);
    }

    public Optional<Deployment> challenger() {
        return Optional.ofNullable(challengerOrNull);
    }

    public Optional<ShadowReport> comparison() {
        return Optional.ofNullable(comparisonOrNull);
    }

    public Optional<Proposal> proposal() {
        return Optional.ofNullable(proposalOrNull);
    }
}
