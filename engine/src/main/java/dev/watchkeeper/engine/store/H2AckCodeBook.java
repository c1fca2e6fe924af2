package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.notify.ack.AckCodeBook;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Digests of codes in table {@code ack_code}. */
final class H2AckCodeBook implements AckCodeBook {
    private final Jdbi jdbi;

    H2AckCodeBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void issue(Issued code) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO ack_code (digest, alarm, given_to, expires_at)"
                        + " SELECT :digest, :alarm, :user, :expiresAt"
                        + " WHERE NOT EXISTS (SELECT 1 FROM ack_code WHERE digest = :digest)")
                .bind("digest", code.digest())
                .bind("alarm", code.alarm().value())
                .bind("user", code.user())
                .bind("expiresAt", code.expiresAt())
                .execute());
    }

    @Override
    public Optional<Issued> find(String digest) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM ack_code WHERE digest = :digest")
                .bind("digest", digest)
                .map((row, context) -> new Issued(
                        row.getString("digest"),
                        new AlarmId(row.getString("alarm")),
                        row.getString("given_to"),
                        InstantColumns.get(row, "expires_at"),
                        InstantColumns.getOrNull(row, "redeemed_at") != null))
                .findOne());
    }

    @Override
    public boolean redeem(String digest, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE ack_code SET redeemed_at = :at WHERE digest = :digest AND redeemed_at IS NULL")
                        .bind("at", at)
                        .bind("digest", digest)
                        .execute()
                > 0);
    }

    @Override
    public int forgetExpiredBefore(Instant moment) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM ack_code WHERE expires_at < :moment")
                .bind("moment", moment)
                .execute());
    }
}
