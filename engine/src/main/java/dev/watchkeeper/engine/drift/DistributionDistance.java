package dev.watchkeeper.engine.drift;

/**
 * The distance between a feature's distribution in the reference and in the current windows.
 *
 * @param statistic of {@link Kind#KOLMOGOROV_SMIRNOV} in [0, 1], of {@link Kind#WASSERSTEIN} in spreads of the reference
 * @param pValue of Kolmogorov and Smirnov: how probable so large a distance is without drift, with regard to how many of
 *     the windows are independent; NaN for Wasserstein, and while there are too few windows
 */
public record DistributionDistance(Kind kind, DriftStatistic statistic, double pValue) {
    /** Which distance it is. */
    public enum Kind {
        /** The largest difference between the two distribution functions: for references of few windows. */
        KOLMOGOROV_SMIRNOV("ks", "Kolmogorov-Smirnov"),
        /** The mean difference between quantiles, over the reference's spread: for references of many windows. */
        WASSERSTEIN("wasserstein", "Wasserstein");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** What stands in records and tables, and never changes. */
        public String code() {
            return code;
        }

        /** What the screens call it. */
        public String label() {
            return label;
        }
    }
}
