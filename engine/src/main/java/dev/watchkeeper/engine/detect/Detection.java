package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;

/**
 * What a detector says of an asset: one message of an episode that opens, may grow worse, and closes.
 *
 * <p>The same readings always give the same messages, so whoever takes them in may see one twice and must not act
 * twice.
 *
 * @param id the same for all messages of an episode
 * @param rule which rule spoke, such as {@code novelty}
 * @param openedAt event time of the sample that opened the episode
 * @param at event time of the sample that this message tells of
 * @param window the readings on which the detector spoke
 * @param peakScore the highest score of the episode so far, in [0, 1]
 * @param falseAlarmsPerDay how often normal operation is expected to score as high as the peak
 * @param contributions the sensors' shares, largest first
 * @param evidence what the peak is made of
 */
public record Detection(
        DetectionId id,
        AssetId asset,
        String rule,
        Phase phase,
        Instant openedAt,
        Instant at,
        TimeSpan window,
        double peakScore,
        double falseAlarmsPerDay,
        List<Contribution> contributions,
        Evidence evidence) {
    /** Where in its life the episode is. */
    public enum Phase {
        OPENED,
        WORSENED,
        CLOSED
    }

    public Detection {
        contributions = List.copyOf(contributions);
    }

    /** One of which only the contributions are known. */
    public Detection(
            DetectionId id,
            AssetId asset,
            String rule,
            Phase phase,
            Instant openedAt,
            Instant at,
            TimeSpan window,
            double peakScore,
            double falseAlarmsPerDay,
            List<Contribution> contributions) {
        this(id, asset, rule, phase, openedAt, at, window, peakScore, falseAlarmsPerDay, contributions, Evidence.NONE);
    }
}
