package dev.watchkeeper.engine.model.split;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Parts of a history that follow each other in time, with a {@link Gap} between each two. */
public sealed interface Split permits TimeSplit, Fold {
    /** What models, scalers and baselines are fitted on. */
    TimeSpan train();

    /** What lies between each two parts, at the least. */
    Gap gap();

    /** The span of each part, in the order of time; unmodifiable. */
    Map<Part, TimeSpan> parts();

    default Optional<TimeSpan> span(Part part) {
        return Optional.ofNullable(parts().get(part));
    }

    /** From when on windows of a part may begin: its start less the purge gap; for the training part its start. */
    default Optional<Instant> windowsFrom(Part part) {
        return span(part)
                .map(span -> part == Part.TRAINING ? span.start() : span.start().minus(gap().purge()));
    }
}
