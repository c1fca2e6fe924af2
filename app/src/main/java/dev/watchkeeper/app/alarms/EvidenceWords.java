package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.detect.EarlierWindow;
import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.signal.Sensor;
import java.time.Instant;
import java.util.Locale;

/** Evidence in the operator's words. */
final class EvidenceWords {
    /** From this many times the usual distance on, the nearest window before is no longer like it. */
    private static final double UNLIKE = 3;

    private EvidenceWords() {}

    /** What was compared and how unusual it was, such as "level over 24 readings, 5.2 × the usual difference". */
    static String of(ScorePart part) {
        return switch (part.kind()) {
            case RANGE -> times(part.size()) + " spreads outside all values before";
            case LEVEL ->
                "level over " + part.samples() + " readings, " + times(part.size()) + " × the usual difference";
            case SHAPE ->
                "course over " + part.samples() + " readings, " + times(part.size()) + " × the usual difference";
            case BASELINE -> times(part.size()) + " × its usual distance from its baseline";
            case RELATION -> times(part.size()) + " × out of step with the other sensors";
        };
    }

    /** When a sensor was last like it was in the window that fired, and how far from that. */
    static String of(EarlierWindow earlier, Sensor sensor, Formats formats, Instant now) {
        String apart = Formats.value(earlier.distance(), sensor.unit()) + " apart where "
                + Formats.value(earlier.usual(), sensor.unit()) + " is usual";
        String when = formats.span(earlier.earlier(), now);
        return unlike(earlier)
                ? "Nothing like it before; the nearest was " + when + ", " + apart
                : "Most like " + when + ", " + apart;
    }

    static boolean unlike(EarlierWindow earlier) {
        return earlier.distance() > UNLIKE * earlier.usual();
    }

    private static String times(double size) {
        return size >= 100 ? "over 100" : String.format(Locale.ROOT, size < 10 ? "%.1f" : "%.0f", size);
    }
}
