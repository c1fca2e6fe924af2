package dev.watchkeeper.engine.notify.watch;

import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.Recipient;
import java.time.Instant;

/**
 * A notice that waits to be told in a digest.
 *
 * @param due when it may be told at the earliest
 */
public record Held(Notice notice, Recipient recipient, Instant due) {}
