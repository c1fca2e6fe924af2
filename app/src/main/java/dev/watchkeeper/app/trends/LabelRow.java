package dev.watchkeeper.app.trends;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.LabelButtons;
import dev.watchkeeper.app.screen.LabelSymbol;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

/** Above the lanes, while a span is picked: which one, and what it was. The same answers stand in a menu. */
final class LabelRow extends VBox {
    private final TrendsViewModel model;
    private final Formats formats;
    private final InstantSource clock;
    private final LabelButtons buttons;

    LabelRow(TrendsViewModel model, Formats formats, InstantSource clock) {
        this.model = model;
        this.formats = formats;
        this.clock = clock;
        getStyleClass().add("label-row");
        buttons = new LabelButtons(
                "trend",
                "What was it?",
                formats,
                this::label,
                label -> model.labels().undo());
        javafx.scene.control.Label span = new javafx.scene.control.Label();
        span.setId("trend-picked");
        span.getStyleClass().add("hint");
        getChildren().addAll(buttons, span);
        model.labels().pickedProperty().subscribe(picked -> {
            setVisible(picked.isPresent());
            setManaged(picked.isPresent());
            picked.ifPresent(now -> {
                buttons.show(now.label().orElse(null), clock.instant());
                span.setText(described(now));
            });
        });
    }

    /** Says what the picked span was. */
    void label(LabelKind kind) {
        if (model.labels().pickedProperty().get().isPresent()) {
            model.label(kind, buttons.reason());
            buttons.clearReason();
        }
    }

    /** What can be done with what is picked. */
    ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        Optional<TrendLabels.Picked> picked = model.labels().pickedProperty().get();
        if (picked.isEmpty()) {
            MenuItem how = new MenuItem("Drag with this button, or with Shift, to pick a span to label");
            how.setDisable(true);
            menu.getItems().add(how);
            return menu;
        }
        for (LabelKind kind : LabelKind.values()) {
            MenuItem item = new MenuItem(Words.of(kind), new LabelSymbol(kind));
            item.setId("menu-label-" + LabelSymbol.styleClass(kind));
            item.setOnAction(event -> label(kind));
            menu.getItems().add(item);
        }
        if (picked.get().label().isPresent()) {
            MenuItem undo = new MenuItem("Undo label");
            undo.setOnAction(event -> model.labels().undo());
            menu.getItems().addAll(new SeparatorMenuItem(), undo);
        }
        return menu;
    }

    private String described(TrendLabels.Picked picked) {
        String span = formats.span(picked.span(), clock.instant());
        String of = picked.label().map(this::of).orElse("of the shown sensors");
        return span + " " + of + ". T, N, M and U answer, Escape leaves it.";
    }

    private String of(Label label) {
        if (label.alarm().isPresent()) {
            return "of an alarm on " + label.asset();
        }
        return label.sensors().isEmpty()
                ? "of " + label.asset()
                : "of " + label.sensors().size() + (label.sensors().size() == 1 ? " sensor of " : " sensors of ")
                        + label.asset();
    }
}
