package dev.watchkeeper.app.models;

import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.model.desk.ModelEntry;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.model.desk.RetrainCause;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import dev.watchkeeper.engine.model.tracking.Tracking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A training, or a version that came from elsewhere.
 *
 * @param number of the version that it made or was to make
 * @param role what the version is to the asset now; empty where nothing
 * @param runOrNull null for an imported version
 * @param entryOrNull the version; null where the training made none
 */
record RunRow(
        int number,
        Instant startedAt,
        String by,
        String role,
        @Nullable TrackedRun runOrNull,
        @Nullable ModelEntry entryOrNull) {
    private static final String REQUESTED = "validation/requested";
    private static final String OBSERVED = "validation/observed";
    private static final String EPISODES = "validation/episodes";
    private static final String CAUSE = "cause";

    /** All trainings of an asset and the versions that were imported, the newest first. Any thread but that of the display. */
    static List<RunRow> read(Models models, Tracking tracking, ModelCard card) {
        Map<RunId, ModelEntry> made = new HashMap<>();
        List<RunRow> rows = new ArrayList<>();
        for (ModelEntry entry : models.versions(card.asset())) {
            if (entry.run().isPresent()) {
                made.put(entry.run().get(), entry);
            } else {
                rows.add(new RunRow(
                        entry.number(), entry.trainedAt(), entry.by(), role(card, entry.number()), null, entry));
            }
        }
        for (TrackedRun run : tracking.runs(card.asset())) {
            ModelEntry entry = made.get(run.id());
            rows.add(new RunRow(
                    run.modelNumber(),
                    run.startedAt(),
                    run.startedBy(),
                    entry == null ? "" : role(card, run.modelNumber()),
                    run,
                    entry));
        }
        rows.sort(Comparator.comparing(RunRow::startedAt).reversed());
        return rows;
    }

    /** Tells rows apart, over loads. */
    String key() {
        return runOrNull == null ? "version " + number : runOrNull.id().value();
    }

    Optional<TrackedRun> run() {
        return Optional.ofNullable(runOrNull);
    }

    Optional<ModelEntry> entry() {
        return Optional.ofNullable(entryOrNull);
    }

    String status() {
        return run().map(run -> run.status() == RunStatus.FINISHED && entryOrNull == null
                        ? "No version"
                        : ModelWords.of(run.status()))
                .orElse("Imported");
    }

    String cause() {
        return entry().map(entry -> ModelWords.of(entry.cause()))
                .or(() -> run().map(run -> run.params().getOrDefault(CAUSE, "")).map(RunRow::words))
                .orElse("");
    }

    Optional<Duration> took() {
        return run().flatMap(TrackedRun::duration);
    }

    /** How many samples of validation were to be as rare as the sensitivity asks for; NaN where unknown. */
    double requested() {
        return entryOrNull != null ? entryOrNull.summary().expected() : metric(REQUESTED);
    }

    /** How many were; NaN where unknown. */
    double observed() {
        return entryOrNull != null ? entryOrNull.summary().observed() : metric(OBSERVED);
    }

    double episodes() {
        return entryOrNull != null ? entryOrNull.summary().episodes() : metric(EPISODES);
    }

    /** How many days of validation it was measured on; NaN where unknown. */
    double days() {
        return entryOrNull != null ? entryOrNull.summary().longestDays() : Double.NaN;
    }

    private static String words(String cause) {
        return Arrays.stream(RetrainCause.values())
                .filter(known -> known.word().equals(cause))
                .findFirst()
                .map(ModelWords::of)
                .orElse(cause);
    }

    private static String role(ModelCard card, int number) {
        if (card.champion().number() == number) {
            return "champion";
        }
        return card.challenger().filter(shadow -> shadow.number() == number).isPresent() ? "challenger" : "";
    }

    private double metric(String name) {
        return run().map(run -> run.metrics().getOrDefault(name, Double.NaN)).orElse(Double.NaN);
    }
}
