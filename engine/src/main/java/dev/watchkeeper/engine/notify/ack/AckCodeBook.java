package dev.watchkeeper.engine.notify.ack;

import dev.watchkeeper.engine.alarm.AlarmId;
import java.time.Instant;
import java.util.Optional;

/** Keeps digests of codes, never the codes. Thread-safe. */
public interface AckCodeBook {
    /** A code that was given out. */
    record Issued(String digest, AlarmId alarm, String user, Instant expiresAt, boolean redeemed) {}

    /** Writes one, unless one of the same digest is there. */
    void issue(Issued code);

    Optional<Issued> find(String digest);

    /** Marks one as used, and says whether it was not before. */
    boolean redeem(String digest, Instant at);

    /** Forgets those that expired before a moment. */
    int forgetExpiredBefore(Instant moment);
}
