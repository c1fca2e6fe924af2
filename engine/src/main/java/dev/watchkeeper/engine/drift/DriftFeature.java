package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.feature.FeatureSet;
import java.util.Arrays;
import java.util.Optional;

/** The features of a sensor's windows that are watched for drift, in the order in which they are shown. */
public enum DriftFeature {
    MEAN("mean", "Mean"),
    STANDARD_DEVIATION("standard-deviation", "Standard deviation"),
    RANGE("range", "Range"),
    SLOPE("slope-per-second", "Slope"),
    KURTOSIS("kurtosis", "Kurtosis"),
    CREST_FACTOR("crest-factor", "Crest factor"),
    MISSING_SHARE("missing-share", "Missing share");

    private final String code;
    private final String label;

    DriftFeature(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** What stands in records and tables, and never changes; the name that {@link FeatureSet} has for it. */
    public String code() {
        return code;
    }

    /** What the screens call it. */
    public String label() {
        return label;
    }

    /** The feature of a code; empty when there is none. */
    public static Optional<DriftFeature> ofCode(String code) {
        return Arrays.stream(values())
                .filter(feature -> feature.code.equals(code))
                .findFirst();
    }
}
