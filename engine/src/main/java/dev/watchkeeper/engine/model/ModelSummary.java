package dev.watchkeeper.engine.model;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured of a model as a whole.
 *
 * @param longestDays how many days of validation the part was measured on that was measured longest
 * @param expected how many samples were to speak, over all parts
 * @param observed how many did
 * @param episodes how many episodes opened, over all parts
 */
public record ModelSummary(double longestDays, double expected, long observed, long episodes) {
    static ModelSummary of(List<TrainedPart> parts) {
        double days = 0;
        double expected = 0;
        long observed = 0;
        long episodes = 0;
        for (TrainedPart part : parts) {
            PartMetrics metrics = part.metrics();
            days = Math.max(days, metrics.days());
            expected += metrics.requestedPerDay() * metrics.days();
            observed += metrics.rates().get(0).observed();
            episodes += metrics.episodes();
        }
        return new ModelSummary(days, expected, observed, episodes);
    }

    /** Episodes of the whole asset a day; empty when nothing was measured. */
    public OptionalDouble episodesPerDay() {
        return longestDays > 0 ? OptionalDouble.of(episodes / longestDays) : OptionalDouble.empty();
    }
}
