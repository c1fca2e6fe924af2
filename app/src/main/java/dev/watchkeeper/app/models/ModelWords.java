package dev.watchkeeper.app.models;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.drift.DriftDirection;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.model.desk.AuditEntry;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.model.desk.RetrainCause;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.signal.Unit;
import java.util.Locale;

/** The operator's words for what the engine says of models by constants and numbers. */
final class ModelWords {
    private static final double WATCH = 0.1;
    private static final double ACT = 0.2;

    private ModelWords() {}

    /** A version, or the detectors that need none. */
    static String version(int number) {
        return number == Takeover.NONE ? "no trained model" : "version " + number;
    }

    /** The same at the start of a sentence. */
    static String versionFirst(int number) {
        return number == Takeover.NONE ? "Learns as it goes" : "Version " + number;
    }

    static String of(DriftStage stage) {
        return switch (stage) {
            case STEADY -> "as in training";
            case CHANGED -> "changed";
            case DRIFTING -> "drifting";
        };
    }

    static String of(RetrainCause cause) {
        return switch (cause) {
            case MANUAL -> "by hand";
            case DRIFT -> "drift";
            case SCORE -> "F1 too low";
            case SCHEDULE -> "schedule";
        };
    }

    static String of(RunStatus status) {
        return switch (status) {
            case RUNNING -> "Running";
            case FINISHED -> "Finished";
            case FAILED -> "Failed";
            case KILLED -> "Cancelled";
        };
    }

    static String of(AuditEntry.Action action) {
        return switch (action) {
            case TRAINING_STARTED -> "Training started";
            case TRAINED -> "Trained";
            case TRAINING_FAILED -> "Training failed";
            case TRAINING_CANCELLED -> "Training cancelled";
            case CHALLENGED -> "Put in shadow";
            case PROMOTED -> "Promoted";
            case ROLLED_BACK -> "Rolled back";
            case WITHDRAWN -> "Withdrawn";
            case POLICY_CHANGED -> "Policy changed";
            case IMPORTED -> "Imported";
            case EXPORTED -> "Exported";
        };
    }

    /** Who did it; the engine is called by its name. */
    static String who(String user) {
        return user.equals(Models.ENGINE) ? "Watchkeeper" : user;
    }

    /** Direction and size, such as "rose by 2.3 spreads". */
    static String change(FeatureDrift drift) {
        double size = Math.abs(drift.size());
        String by = Double.isNaN(size) ? "" : String.format(Locale.ROOT, " by %.1f spreads", size);
        return switch (drift.direction()) {
            case UNMOVED -> "unmoved";
            case ROSE, FELL -> drift.direction().label() + by;
            case WIDER, NARROWER -> drift.direction().label() + by.replace(" by ", ", ");
        };
    }

    /** A population stability index with what the convention makes of it. */
    static String psi(FeatureDrift drift) {
        double value = drift.psi().value();
        if (!drift.psi().isKnown()) {
            return "–";
        }
        String word = value < WATCH ? "" : value < ACT ? " watch" : " act";
        return String.format(Locale.ROOT, "%.2f", value) + word;
    }

    /** The distance of the distributions, such as "KS 0.41" or "W 1.20". */
    static String distance(FeatureDrift drift) {
        if (!drift.distance().statistic().isKnown()) {
            return "–";
        }
        String name = switch (drift.distance().kind()) {
            case KOLMOGOROV_SMIRNOV -> "KS";
            case WASSERSTEIN -> "W";
        };
        return String.format(
                Locale.ROOT, "%s %.2f", name, drift.distance().statistic().value());
    }

    /** The same where there is little room, such as "rose 2.3". */
    static String changeInShort(FeatureDrift drift) {
        return drift.direction() == DriftDirection.UNMOVED || Double.isNaN(drift.size())
                ? drift.direction().label()
                : String.format(Locale.ROOT, "%s %.1f", drift.direction().label(), Math.abs(drift.size()));
    }

    /** Where a feature lay and lies, such as "4.62 → 4.31". */
    static String levels(FeatureDrift drift) {
        return level(drift.feature(), drift.reference().mean()) + " → "
                + level(drift.feature(), drift.current().mean());
    }

    /** What these levels are in, after a space; empty where in nothing. */
    static String levelUnit(FeatureDrift drift, Unit sensor) {
        return unit(drift.feature(), sensor);
    }

    private static String level(DriftFeature feature, double value) {
        return feature == DriftFeature.MISSING_SHARE && !Double.isNaN(value)
                ? String.format(Locale.ROOT, "%.1f", 100 * value)
                : Formats.value(value);
    }

    private static String unit(DriftFeature feature, Unit sensor) {
        return switch (feature) {
            case MEAN, STANDARD_DEVIATION, RANGE -> sensor.symbol().isEmpty() ? "" : " " + sensor.symbol();
            case SLOPE -> sensor.symbol().isEmpty() ? " /s" : " " + sensor.symbol() + "/s";
            case MISSING_SHARE -> " %";
            case KURTOSIS, CREST_FACTOR -> "";
        };
    }

    /** A rate per day with as many digits as are worth reading; an en dash for NaN. */
    static String rate(double perDay) {
        if (Double.isNaN(perDay)) {
            return "–";
        }
        return String.format(Locale.ROOT, perDay < 9.95 ? "%.1f" : "%.0f", perDay);
    }

    /** A whole number with its thousands apart. */
    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A number with its thing, in the plural where it is not one. */
    static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
