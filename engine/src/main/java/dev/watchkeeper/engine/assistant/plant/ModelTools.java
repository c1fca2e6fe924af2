package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.answer.Block;
import dev.watchkeeper.engine.assistant.answer.Draft;
import dev.watchkeeper.engine.assistant.answer.Phrase;
import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.assistant.tool.Destination;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.label.RealisedScore;
import dev.watchkeeper.engine.label.RealisedScores;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.model.desk.ModelEntry;
import dev.watchkeeper.engine.model.desk.TrainingState;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Drift and models. Thread-safe; reads the local stores. */
final class ModelTools {
    private static final Duration SCORED = Duration.ofDays(90);
    private static final int MOST_ROWS = 10;

    private final PlantPorts ports;
    private final Names names;
    private final Phrase phrase;

    ModelTools(PlantPorts ports, Phrase phrase) {
        this.ports = ports;
        this.phrase = phrase;
        names = new Names(ports.assets());
    }

    private List<Asset> assets(ToolCall.DriftState call) {
        return ports.assets().all().stream()
                .filter(asset -> call.asset().map(asset.id()::equals).orElse(true))
                .toList();
    }

    Answer drift(ToolCall.DriftState call) {
        Draft draft = new Draft(call).about(call.assetOrNull());
        List<DriftReport> reports = assets(call).stream()
                .flatMap(asset -> ports.drift().latestDrift(asset.id()).stream())
                .filter(report -> call.sensors().isEmpty() || call.sensors().contains(report.sensor()))
                .sorted(Comparator.comparing(DriftReport::stage)
                        .thenComparingDouble(report ->
                                report.worst().map(FeatureDrift::score).orElse(0.0))
                        .reversed())
                .toList();
        Instant now = ports.clock().instant();
        if (reports.isEmpty()) {
            return draft.text("Nothing is known of drift yet"
                            + call.asset()
                                    .map(asset -> " of " + names.of(asset))
                                    .orElse("")
                            + ": it is measured against a trained model, and after enough readings.")
                    .way(new Destination.Models(call.assetOrNull()))
                    .done();
        }
        Instant oldest = reports.stream()
                .map(DriftReport::at)
                .min(Comparator.naturalOrder())
                .orElse(now);
        int source =
                draft.source(new Source.Data("drift reports", new TimeSpan(oldest.isAfter(now) ? now : oldest, now)));
        List<DriftReport> drifting = reports.stream()
                .filter(report -> report.stage() == DriftStage.DRIFTING)
                .toList();
        draft.figure("drifting", drifting.size(), "");
        String where = call.asset().map(asset -> " on " + names.of(asset)).orElse("");
        if (drifting.isEmpty()) {
            long changed = reports.stream()
                    .filter(report -> report.stage() == DriftStage.CHANGED)
                    .count();
            draft.text(
                    "No. None of " + Phrase.count(reports.size(), "watched sensor") + where + " drifts"
                            + (changed > 0 ? "; " + changed + " changed, which may pass" : "") + ".",
                    source);
        } else {
            draft.text(
                    "Yes. " + Phrase.count(drifting.size(), "sensor") + where
                            + (drifting.size() == 1 ? " drifts" : " drift")
                            + " away from what the model was trained on.",
                    source);
            draft.about(drifting.stream().map(DriftReport::sensor).limit(4).toList());
        }
        List<List<String>> rows = new ArrayList<>();
        for (DriftReport report : (drifting.isEmpty() ? reports : drifting)) {
            report.worst().ifPresent(worst -> {
                if (rows.size() < MOST_ROWS
                        && (worst.stage() != DriftStage.STEADY
                                || !call.sensors().isEmpty())) {
                    draft.figure(report.sensor() + " drift", worst.score(), "");
                    rows.add(List.of(
                            names.of(report.sensor()),
                            worst.feature().label() + " " + worst.direction().label(),
                            String.format(Locale.ROOT, "%.1f × limit", worst.score()),
                            worst.stage().name().toLowerCase(Locale.ROOT),
                            worst.since().map(phrase::time).orElse("–")));
                }
            });
        }
        if (!rows.isEmpty()) {
            draft.add(new Block.Table(List.of("Sensor", "Feature", "Drift", "Stage", "Since"), rows));
        }
        AssetId asset = call.assetOrNull() == null && !drifting.isEmpty()
                ? drifting.get(0).sensor().asset()
                : call.assetOrNull();
        if (asset != null) {
            ports.models()
                    .card(asset)
                    .proposal()
                    .ifPresent(proposal -> draft.text("A training is advised for " + names.of(asset) + "."));
            draft.about(asset);
        }
        return draft.way(new Destination.Models(asset)).done();
    }

    Answer models(ToolCall.ModelState call) {
        return switch (call.aspect()) {
            case STANDING -> standing(call);
            case SCORE -> score(call);
            case VERSIONS -> versions(call);
        };
    }

    private List<Asset> assets(ToolCall.ModelState call) {
        return ports.assets().all().stream()
                .filter(asset -> call.asset().map(asset.id()::equals).orElse(true))
                .toList();
    }

    private Answer standing(ToolCall.ModelState call) {
        Draft draft = new Draft(call).about(call.assetOrNull());
        Instant now = ports.clock().instant();
        int source = draft.source(new Source.Data("models", new TimeSpan(now, now)));
        List<List<String>> rows = new ArrayList<>();
        for (Asset asset : assets(call)) {
            ModelCard card = ports.models().card(asset.id());
            String training = training(card.training());
            draft.figure(asset.id() + " champion", card.champion().number(), "");
            rows.add(List.of(
                    asset.label(),
                    version(card.champion().number()),
                    card.challenger().map(one -> version(one.number())).orElse("none"),
                    training));
        }
        if (rows.size() == 1) {
            List<String> row = rows.get(0);
            draft.text(
                    row.get(0) + ": champion is " + row.get(1) + ", challenger " + row.get(2) + "; " + row.get(3) + ".",
                    source);
        } else {
            draft.text("The models of " + Phrase.count(rows.size(), "asset") + ":", source);
            draft.add(new Block.Table(List.of("Asset", "Champion", "Challenger", "Training"), rows));
        }
        return draft.way(new Destination.Models(call.assetOrNull())).done();
    }

    private static String version(int number) {
        return number == Takeover.NONE ? "the detectors that learn as they go" : "version " + number;
    }

    private String training(TrainingState state) {
        if (state instanceof TrainingState.Running running) {
            return "training runs, " + Phrase.percent(running.done());
        } else if (state instanceof TrainingState.Finished finished) {
            return "version " + finished.number() + " trained at " + phrase.time(finished.at());
        } else if (state instanceof TrainingState.Failed failed) {
            return "the last training failed: " + failed.sentence();
        }
        return "no training runs";
    }

    private Answer score(ToolCall.ModelState call) {
        Draft draft = new Draft(call).about(call.assetOrNull());
        Alarms alarms = ports.alarms();
        TimeSpan span = TimeSpan.before(ports.clock().instant(), SCORED);
        RealisedScore score = RealisedScores.read(alarms, ports.labels(), call.assetOrNull(), span, SCORED)
                .get(0);
        int source = draft.source(new Source.Data("labelled alarms", span));
        String where = call.asset().map(asset -> " of " + names.of(asset)).orElse("");
        draft.figure("judged", score.judged(), "");
        score.f1().ifPresent(value -> draft.figure("f1", value, ""));
        score.precision().ifPresent(value -> draft.figure("precision", value, ""));
        score.recall().ifPresent(value -> draft.figure("recall", value, ""));
        if (score.f1().isEmpty()) {
            draft.text(
                    "There is no F1" + where + " yet: of " + Phrase.count(score.alarms(), "alarm")
                            + " in 90 days none was labelled as anomaly or not. Label alarms with T and N on the Alarms screen.",
                    source);
        } else {
            draft.text(
                    "F1" + where + " is " + two(score.f1()) + " (precision " + two(score.precision()) + ", recall "
                            + two(score.recall()) + ") over " + Phrase.count(score.judged(), "answer") + " in 90 days; "
                            + score.labelled() + " of " + Phrase.count(score.alarms(), "alarm") + " have a label.",
                    source);
        }
        return draft.way(new Destination.Models(call.assetOrNull())).done();
    }

    private static String two(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "not known";
    }

    private Answer versions(ToolCall.ModelState call) {
        Draft draft = new Draft(call).about(call.assetOrNull());
        Instant now = ports.clock().instant();
        List<ModelEntry> entries = assets(call).stream()
                .flatMap(asset -> ports.models().versions(asset.id()).stream())
                .sorted(Comparator.comparing(ModelEntry::trainedAt).reversed())
                .toList();
        int source = draft.source(new Source.Data("model versions", new TimeSpan(now, now)));
        draft.figure("versions", entries.size(), "");
        String where = call.asset().map(asset -> " of " + names.of(asset)).orElse("");
        draft.text(
                entries.isEmpty()
                        ? "No version" + where + " was trained yet; the detectors learn as they go."
                        : Phrase.count(entries.size(), "version") + where + ":",
                source);
        if (!entries.isEmpty()) {
            draft.add(new Block.Table(
                    List.of("Asset", "Version", "Trained", "By", "Leakage"),
                    entries.stream()
                            .limit(MOST_ROWS)
                            .map(entry -> List.of(
                                    names.of(entry.asset()),
                                    "" + entry.number(),
                                    phrase.time(entry.trainedAt()),
                                    entry.by(),
                                    entry.leakage().isClean() ? "none" : "found"))
                            .toList()));
        }
        return draft.way(new Destination.Models(call.assetOrNull())).done();
    }
}
