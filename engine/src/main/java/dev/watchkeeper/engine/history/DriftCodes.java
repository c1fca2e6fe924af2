package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.drift.DistributionDistance;
import dev.watchkeeper.engine.drift.DriftDirection;
import dev.watchkeeper.engine.drift.DriftStage;

/** The numbers that stand for constants in the table of drift. They never change. */
final class DriftCodes {
    private DriftCodes() {}

    static byte code(DriftStage stage) {
        return switch (stage) {
            case STEADY -> 0;
            case CHANGED -> 1;
            case DRIFTING -> 2;
        };
    }

    static DriftStage stage(byte code) {
        return switch (code) {
            case 0 -> DriftStage.STEADY;
            case 1 -> DriftStage.CHANGED;
            default -> DriftStage.DRIFTING;
        };
    }

    static byte code(DriftDirection direction) {
        return switch (direction) {
            case UNMOVED -> 0;
            case ROSE -> 1;
            case FELL -> 2;
            case WIDER -> 3;
            case NARROWER -> 4;
        };
    }

    static DriftDirection direction(byte code) {
        return switch (code) {
            case 1 -> DriftDirection.ROSE;
            case 2 -> DriftDirection.FELL;
            case 3 -> DriftDirection.WIDER;
            case 4 -> DriftDirection.NARROWER;
            default -> DriftDirection.UNMOVED;
        };
    }

    static byte code(DistributionDistance.Kind kind) {
        return switch (kind) {
            case KOLMOGOROV_SMIRNOV -> 0;
            case WASSERSTEIN -> 1;
        };
    }

    static DistributionDistance.Kind kind(byte code) {
        return code == 0 ? DistributionDistance.Kind.KOLMOGOROV_SMIRNOV : DistributionDistance.Kind.WASSERSTEIN;
    }
}
