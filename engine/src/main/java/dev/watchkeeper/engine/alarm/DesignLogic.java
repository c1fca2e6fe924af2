package dev.watchkeeper.engine.alarm;

import java.time.Instant;
import java.util.Map;

/** Says which sources are to be suppressed by design. Called from one thread at a time; quick. */
@FunctionalInterface
public interface DesignLogic {
    /** None ever. */
    DesignLogic NONE = now -> Map.of();

    /** The sources that are suppressed at a clock time, each with the reason in one sentence. */
    Map<AlarmSource, String> suppressed(Instant now);
}
