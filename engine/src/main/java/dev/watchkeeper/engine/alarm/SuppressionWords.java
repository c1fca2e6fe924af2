package dev.watchkeeper.engine.alarm;

import java.util.Locale;

/** Suppressions in plain words, for journals. */
final class SuppressionWords {
    private SuppressionWords() {}

    static String of(Suppression suppression) {
        String what = suppression.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String until = suppression.until().map(end -> " until " + end).orElse("");
        return what + until + ": " + suppression.why();
    }

    /** What the journals of alarms call a change. */
    static JournalEntry.Kind entry(SuppressionChange change) {
        return SuppressionTransition.TABLE.stream()
                .filter(row -> row.trigger() == change.trigger())
                .findFirst()
                .orElseThrow()
                .entry();
    }

    /** What the journal of an alarm calls a suppression under which it was raised. */
    static JournalEntry.Kind entry(Suppression suppression) {
        return SuppressionTransition.TABLE.stream()
                .filter(row -> row.toOrNull() == suppression.kind())
                .findFirst()
                .orElseThrow()
                .entry();
    }
}
