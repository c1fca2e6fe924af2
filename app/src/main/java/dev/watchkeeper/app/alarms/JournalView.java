package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What happened to an alarm, the newest above. */
final class JournalView extends VBox {
    private final Formats formats;
    private List<JournalLine> shown = List.of();

    JournalView(Formats formats) {
        this.formats = formats;
        getStyleClass().add("journal");
    }

    void show(List<JournalLine> journal, Instant now) {
        if (journal.equals(shown)) {
            return;
        }
        shown = journal;
        getChildren()
                .setAll(journal.reversed().stream()
                        .map(entry -> line(entry, now))
                        .toList());
    }

    private HBox line(JournalLine entry, Instant now) {
        Label time = new Label(formats.time(entry.at(), now));
        time.getStyleClass().add("time");
        time.setMinWidth(USE_PREF_SIZE);
        Label what = new Label(entry.what());
        what.getStyleClass().add("what");
        what.setWrapText(true);
        VBox text = new VBox(what);
        if (!entry.note().isBlank()) {
            Label note = new Label(formats.localized(entry.note(), now));
            note.getStyleClass().add("note");
            note.setWrapText(true);
            text.getChildren().add(note);
        }
        HBox line = new HBox(time, text);
        line.getStyleClass().add("journal-line");
        return line;
    }
}
