package dev.watchkeeper.engine.notify.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the journal is worked in, and whether alarms flood.
 *
 * @param line the last line of the journal that is worked in
 * @param floodSinceOrNull when the flood began that goes on; null while there is none
 */
public record WatchState(long line, @Nullable Instant floodSinceOrNull) {}
