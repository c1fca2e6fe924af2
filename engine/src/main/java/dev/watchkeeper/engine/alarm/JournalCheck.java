package dev.watchkeeper.engine.alarm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the journal is as it was written.
 *
 * @param lines how many lines were looked at
 * @param damageOrNull what is wrong with it, in one sentence; null where nothing is
 */
public record JournalCheck(long lines, @Nullable String damageOrNull) {
    public static JournalCheck intact(long lines) {
        return new JournalCheck(lines, null);
    }

    public Optional<String> damage() {
        return Optional.ofNullable(damageOrNull);
    }
}
