package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.AlarmLogic;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.label.LabelChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of an alarm's journal as it is read: what happened, when, and a note, which may be empty. Acknowledging and labels
 * stand in one journal.
 */
record JournalLine(Instant at, String what, String note) {
    /** All lines, in the order in which they happened. */
    static List<JournalLine> of(AlarmDetail detail) {
        return Stream.concat(
                        detail.journal().stream().map(JournalLine::of),
                        detail.labelling().stream().map(JournalLine::of))
                .sorted(Comparator.comparing(JournalLine::at))
                .toList();
    }

    private static JournalLine of(JournalEntry entry) {
        String by = entry.who().equals(AlarmLogic.ENGINE) ? "" : " by " + entry.who();
        return new JournalLine(entry.at(), Words.of(entry.kind()) + by, entry.text());
    }

    private static JournalLine of(LabelChange change) {
        String kind = Words.of(change.label().kind());
        return change.action() == LabelChange.Action.PUT
                ? new JournalLine(
                        change.at(),
                        "Labelled “" + kind + "” by " + change.who(),
                        change.label().reason())
                : new JournalLine(change.at(), "Label “" + kind + "” taken back by " + change.who(), "");
    }
}
