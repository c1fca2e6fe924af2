package dev.watchkeeper.engine.model.desk;

import java.util.Locale;

/** Why a model is trained. */
public enum RetrainCause {
    /** Somebody asked for it. */
    MANUAL,
    /** The asset drifted away from what its model was trained on. */
    DRIFT,
    /** By the labels the F1 of the alarms fell below its limit. */
    SCORE,
    /** The time had come. */
    SCHEDULE;

    /** What sentences call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
