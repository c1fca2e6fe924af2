package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.signal.Guidance;
import java.time.Duration;

/** What an alarm tells the operator of drift. */
final class DriftWording {
    /** A working day: drift is no emergency, and so of low priority. */
    private static final Duration TIME_TO_RESPOND = Duration.ofHours(24);

    private DriftWording() {}

    static String message(String sensors, String asset) {
        return upperFirst(sensors) + " of " + asset + " drifted away from what the model was trained on";
    }

    static Guidance guidance(String sensors, String asset) {
        return new Guidance(
                "What is usual for " + sensors + " has changed for good: wear or fouling of " + asset
                        + ", another way of operating it, or a sensor that wanders.",
                "The model of " + asset
                        + " judges by what was usual before: it may raise false alarms, or miss real ones.",
                "Open Models and look at the drift curve. Where " + asset
                        + " or the sensor is at fault, have it mended; where this is the new normal, retrain.",
                TIME_TO_RESPOND);
    }

    private static String upperFirst(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
