package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.model.RateCheck;
import java.util.List;

/**
 * How often one detector spoke.
 *
 * @param samples how many samples it scored; those in its warm-up do not count
 * @param episodes how many episodes it opened
 * @param rates first the rate that its sensitivity asks for, then looser ones, and how many samples scored as high
 */
public record SpeechTally(long samples, long episodes, List<RateCheck> rates) {
    /** @throws IllegalArgumentException when a number is negative or there is no rate */
    public SpeechTally {
        rates = List.copyOf(rates);
        if (samples < 0 || episodes < 0 || rates.isEmpty()) {
            throw new IllegalArgumentException(
                    "a tally is not usable: samples " + samples + ", episodes " + episodes + ", rates " + rates.size());
        }
    }

    /** How many samples were as rare as the sensitivity asks for. */
    public long exceedances() {
        return rates.get(0).observed();
    }
}
