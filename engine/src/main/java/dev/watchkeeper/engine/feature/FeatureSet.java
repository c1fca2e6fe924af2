package dev.watchkeeper.engine.feature;

import java.util.List;

/**
 * Which features are taken from a window, in this order. A set never changes: another meaning or order is another
 * version, so that a model is never fed what it was not trained on.
 *
 * @param name such as {@code basic}
 * @param version from 1 on
 * @param features their names
 */
public record FeatureSet(String name, int version, List<String> features) {
    /** For sensors that are read about once a second or slower. */
    public static final FeatureSet BASIC_V1 = new FeatureSet(
            "basic",
            1,
            List.of(
                    "count",
                    "mean",
                    "standard-deviation",
                    "minimum",
                    "maximum",
                    "range",
                    "slope-per-second",
                    "kurtosis",
                    "crest-factor",
                    "missing-share"));

    /** For sensors that are read at 10 Hz or faster: beside the basic ones, the energy in octaves of the spectrum. */
    public static final FeatureSet SPECTRAL_V1 = new FeatureSet(
            "spectral",
            1,
            List.of(
                    "count",
                    "mean",
                    "standard-deviation",
                    "minimum",
                    "maximum",
                    "range",
                    "slope-per-second",
                    "kurtosis",
                    "crest-factor",
                    "missing-share",
                    "energy-below-eighth",
                    "energy-eighth-to-quarter",
                    "energy-quarter-to-half",
                    "energy-above-half"));

    /** @throws IllegalArgumentException when the version is not positive or a feature is named twice */
    public FeatureSet {
        features = List.copyOf(features);
        if (version < 1 || features.stream().distinct().count() != features.size()) {
            throw new IllegalArgumentException("feature set " + name + " v" + version + " is not well formed");
        }
    }

    /** Names the set with its version, such as {@code basic-v1}. */
    public String id() {
        return name + "-v" + version;
    }
}
