package dev.watchkeeper.engine.intake;

import java.time.Instant;

/**
 * A record that could not become a reading; named by topic, partition and offset.
 *
 * @param reason one of few short words by which rejected records are counted, such as {@code not-a-number}
 * @param detail what exactly was wrong with this one
 * @param at when it was rejected
 */
public record RejectedRecord(
        String topic, int partition, long offset, String reason, String detail, Instant at, RecordHead head) {}
