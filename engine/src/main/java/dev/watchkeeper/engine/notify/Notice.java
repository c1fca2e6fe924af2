package dev.watchkeeper.engine.notify;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are to know: what, where, since when, how bad, why and what to do. Written by {@link Notices} and
 * put in words by {@link NoticeText}.
 *
 * @param id derived from what happened, so that the same happening is never told twice
 * @param assetOrNull where; null when it concerns no single asset
 * @param alarmOrNull the alarm that it is about, which its reader may acknowledge
 * @param at clock time at which it became known
 * @param since when that began which it tells of
 * @param headline one line that says what is abnormal and where
 * @param severity how bad it is, in words and numbers; may be empty
 * @param cause probable cause; may be empty
 * @param consequence of doing nothing; may be empty
 * @param action what to do; may be empty
 * @param details further lines, such as those of a digest
 */
public record Notice(
        String id,
        NoticeKind kind,
        Priority priority,
        @Nullable AssetId assetOrNull,
        @Nullable AlarmId alarmOrNull,
        Instant at,
        Instant since,
        String headline,
        String severity,
        String cause,
        String consequence,
        String action,
        List<String> details) {
    /** @throws IllegalArgumentException when id or headline is blank */
    public Notice {
        if (id.isBlank() || headline.isBlank()) {
            throw new IllegalArgumentException("a notice has an id and a headline");
        }
        details = List.copyOf(details);
    }

    public Optional<AssetId> asset() {
        return Optional.ofNullable(assetOrNull);
    }

    public Optional<AlarmId> alarm() {
        return Optional.ofNullable(alarmOrNull);
    }
}
