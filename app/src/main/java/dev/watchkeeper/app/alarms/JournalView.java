package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.JournalEntry;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What happened to an alarm, the newest above. */
final class JournalView extends VBox {
    private final Formats formats;
    private List<JournalEntry> shown = List.of();

    JournalView(Formats formats) {
        this.formats = formats;
        getStyleClass().add("journal");
    }

    void show(List<JournalEntry> journal, Instant now) {
        if (journal.equals(shown)) {
            return;
        }
        shown = journal;
        getChildren()
                .setAll(journal.reversed().stream()
                        .map(entry -> line(entry, now))
                        .toList());
    }

    private HBox line(JournalEntry entry, Instant now) {
        Label time = new Label(formats.time(entry.at(), now));
        time.getStyleClass().add("time");
        time.setMinWidth(USE_PREF_SIZE);
        String by = entry.who().equals("watchkeeper") ? "" : " by " + entry.who();
        Label what = new Label(Words.of(entry.kind()) + by);
        what.getStyleClass().add("what");
        what.setWrapText(true);
        VBox text = new VBox(what);
        if (!entry.text().isBlank()) {
            Label note = new Label(entry.text());
            note.getStyleClass().add("note");
            note.setWrapText(true);
            text.getChildren().add(note);
        }
        HBox line = new HBox(time, text);
        line.getStyleClass().add("journal-line");
        return line;
    }
}
