package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.engine.model.desk.AuditEntry;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** Who did what to an asset's models, and when. */
final class RecordView extends StackPane {
    private final TableView<AuditEntry> table = new TableView<>();
    private final Notice notice = new Notice();

    RecordView(ModelsViewModel model, Formats formats, InstantSource clock) {
        getStyleClass().add("tab-content");
        table.setId("record-table");
        table.getColumns()
                .setAll(List.of(
                        Panels.column("When", 110, entry -> formats.time(entry.at(), clock.instant())),
                        Panels.column("Who", 120, entry -> ModelWords.who(entry.who())),
                        Panels.column("What", 140, entry -> ModelWords.of(entry.action())),
                        Panels.column("Version", 150, RecordView::versions),
                        Panels.column("Note", 420, entry -> formats.localized(entry.note(), clock.instant()))));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        getChildren().addAll(table, notice);
        model.recordProperty().subscribe(this::show);
    }

    private void show(Load<List<AuditEntry>> load) {
        table.setVisible(false);
        switch (load) {
            case Load.Loading<List<AuditEntry>>() -> notice.show("Loading", "The record is on its way.", true);
            case Load.Failed<List<AuditEntry>>(String why) -> notice.show("Not available", why, false);
            case Load.Ready<List<AuditEntry>>(List<AuditEntry> entries) -> {
                if (entries.isEmpty()) {
                    notice.show(
                            "Nothing yet", "Trainings, promotions and rollbacks are recorded here for good.", false);
                } else {
                    notice.setVisible(false);
                    table.setVisible(true);
                    if (!table.getItems().equals(entries)) {
                        table.getItems().setAll(entries);
                    }
                }
            }
        }
    }

    private static String versions(AuditEntry entry) {
        return switch (entry.action()) {
            case PROMOTED, ROLLED_BACK -> number(entry.from()) + " → " + number(entry.to());
            case POLICY_CHANGED, TRAINING_STARTED, TRAINING_FAILED, TRAINING_CANCELLED -> "";
            case TRAINED, CHALLENGED, IMPORTED, EXPORTED -> number(entry.to() == 0 ? entry.from() : entry.to());
            case WITHDRAWN -> number(entry.from() == 0 ? entry.to() : entry.from());
        };
    }

    private static String number(int version) {
        return version == 0 ? "none" : String.valueOf(version);
    }
}
