package dev.watchkeeper.engine.model.tracking;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run as it now stands.
 *
 * @param params by name
 * @param metrics the last value of each metric, by name
 * @param artefacts paths, sorted
 * @param registered whether the model that it made is a version of the asset's registered model
 * @param aliases what that version now is to its asset
 */
public record TrackedRun(
        RunId id,
        AssetId asset,
        int modelNumber,
        Instant startedAt,
        @Nullable Instant endedAtOrNull,
        String startedBy,
        RunStatus status,
        SortedMap<String, String> params,
        SortedMap<String, Double> metrics,
        List<String> artefacts,
        boolean registered,
        Set<ModelAlias> aliases) {
    public TrackedRun {
        params = sorted(params);
        metrics = sorted(metrics);
        artefacts = List.copyOf(artefacts);
        aliases = aliases.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(aliases));
    }

    private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAtOrNull);
    }

    /** Empty while it runs. */
    public Optional<Duration> duration() {
        return endedAt().map(end -> Duration.between(startedAt, end));
    }
}
