package dev.watchkeeper.engine.plant;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The faults of the plant itself at one moment.
 *
 * @param faults those whose span the moment is in
 */
record ProcessFaults(List<Fault> faults, Instant time) {
    /** How long cavitation takes to develop, in seconds. */
    private static final double CAVITATION_SECONDS = 8;

    static ProcessFaults none(Instant time) {
        return new ProcessFaults(List.of(), time);
    }

    /** In [0, 1]; develops within seconds. */
    double cavitation(String asset) {
        return strongest(asset, Fault.Kind.CAVITATION, fault -> {
            double seconds = Duration.between(fault.span().start(), time).toMillis() / 1_000.0;
            return fault.severity() * Math.min(1, (seconds + 1) / CAVITATION_SECONDS);
        });
    }

    /** In [0, 1]; grows ever faster over the span. */
    double bearingWear(String asset) {
        return strongest(
                asset,
                Fault.Kind.BEARING_WEAR,
                fault -> fault.severity() * Math.expm1(3 * fault.progress(time)) / Math.expm1(3));
    }

    /** In [0, 1]; grows evenly over the first half of the span, and stays. */
    double fouling(String asset) {
        return strongest(asset, Fault.Kind.FOULING, fault -> fault.severity() * Math.min(1, 2 * fault.progress(time)));
    }

    private interface Strength {
        double of(Fault fault);
    }

    private double strongest(String asset, Fault.Kind kind, Strength strength) {
        double strongest = 0;
        AssetId id = new AssetId(asset);
        for (Fault fault : faults) {
            if (fault.kind() == kind && fault.asset().equals(id)) {
                strongest = Math.max(strongest, strength.of(fault));
            }
        }
        return strongest;
    }
}
