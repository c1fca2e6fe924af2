package dev.watchkeeper.engine.alarm;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people and logic have made of an alarm besides acknowledging it.
 *
 * @param suppressions why it is not shown; empty while it is
 * @param ownerOrNull who takes care of it; null while nobody does
 */
public record Handling(
        List<Suppression> suppressions, @Nullable String ownerOrNull) {
    private static final Comparator<Suppression> IN_ORDER = Comparator.comparing(Suppression::kind)
            .thenComparing(one -> one.source().rule());

    /** Of an alarm that nobody has touched. */
    public static final Handling NONE = new Handling(List.of(), null);

    public Handling {
        suppressions = suppressions.stream().sorted(IN_ORDER).toList();
    }

    public Optional<String> owner() {
        return Optional.ofNullable(ownerOrNull);
    }

    public boolean suppressed() {
        return !suppressions.isEmpty();
    }
}
