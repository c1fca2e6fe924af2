package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.model.ModelSummary;
import dev.watchkeeper.engine.model.leakage.LeakageVerdict;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version as a line of a list.
 *
 * @param trainedAt clock time; for an imported version that of the installation that trained it
 * @param by who asked for the training, or imported it
 * @param span event time that training, validation and test were taken from
 * @param choice what it was trained on and what was left out, in words; for an imported version where it comes from
 * @param summary what was asked for and what was measured on validation
 * @param imported whether it was trained by another installation
 * @param runOrNull the run that tracking keeps of its training; null for an imported version
 */
public record ModelEntry(
        AssetId asset,
        int number,
        Instant trainedAt,
        String by,
        RetrainCause cause,
        TimeSpan span,
        String choice,
        ModelSummary summary,
        LeakageVerdict leakage,
        boolean imported,
        @Nullable RunId runOrNull) {
    public Optional<RunId> run() {
        return Optional.ofNullable(runOrNull);
    }
}
