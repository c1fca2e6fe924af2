package dev.watchkeeper.engine.model.deploy;

import java.util.Locale;

/** What a model version does for an asset. */
public enum Role {
    /** Its detections become alarms. */
    CHAMPION,
    /** It judges the same readings beside the champion; what it says is counted and compared, and raises nothing. */
    CHALLENGER;

    /** What sentences call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
