package dev.watchkeeper.app.models;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A training that is advised, for people on every screen.
 *
 * @param since event time at which the reason began; with the asset it names the advice
 * @param drifting whether drift is the reason
 * @param sentence names the asset and the reason
 */
public record ModelAdvice(AssetId asset, Instant since, boolean drifting, String sentence) {
    /** What is advised now, drift first and then the newest. Answers from memory; any thread. */
    public static List<ModelAdvice> read(Models models, Assets assets, Formats formats, Instant now) {
        return assets.all().stream()
                .map(asset -> new ModelRow(asset, models.card(asset.id())))
                .map(row -> advice(row, formats, now))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(ModelAdvice::drifting)
                        .thenComparing(ModelAdvice::since)
                        .reversed())
                .toList();
    }

    private static Optional<ModelAdvice> advice(ModelRow row, Formats formats, Instant now) {
        ModelCard card = row.card();
        return card.proposal()
                .map(proposal -> new ModelAdvice(
                        row.id(),
                        proposal.since(),
                        card.drift().stage() == DriftStage.DRIFTING,
                        row.label() + ": " + HeadLine.advice(row, proposal, formats, now)));
    }
}
