package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.TextClipboard;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.LabelButtons;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.app.screen.PrioritySymbol;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Priority;
import java.time.InstantSource;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Alarms: filters above, the list by asset, the selected one's detail below. The key A acknowledges it, S shelves it, T, N, M
 * and U say what it was, and Z with the shortcut key takes that back.
 */
final class AlarmsView extends BorderPane {
    private static final double LIST_SHARE = 0.38;

    private final AlarmsViewModel model;
    private final Formats formats;
    private final InstantSource clock;
    private final AlarmTable table;
    private final AlarmDetailView detail;
    private final Notice notice = new Notice();
    private final Label count = new Label();
    private final SplitPane split = new SplitPane();

    AlarmsView(
            AlarmsViewModel model,
            HandlePopups popups,
            Formats formats,
            Symbols symbols,
            Navigator navigator,
            TextClipboard clipboard,
            InstantSource clock) {
        this.model = model;
        this.formats = formats;
        this.clock = clock;
        getStyleClass().add("alarms");
        table = new AlarmTable(symbols, popups, formats, clock, model::select);
        detail = new AlarmDetailView(model, popups, formats, symbols, navigator, clipboard, clock);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().addAll(table, detail);
        split.setDividerPositions(LIST_SHARE);
        SplitPane.setResizableWithParent(table, false);
        setTop(toolbar(symbols));
        setCenter(new StackPane(split, notice));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        model.listProperty().subscribe(this::show);
        model.selectedProperty().subscribe(table::mark);
    }

    /** Whether list and detail show what there is. */
    boolean drawn() {
        return notice.isVisible() || model.selectedProperty().get() == null || detail.drawn();
    }

    /** Opens the popup that shelves the selected alarm; false where there is none. */
    boolean shelve() {
        return detail.shelve();
    }

    private HBox toolbar(Symbols symbols) {
        TextField search = new TextField();
        search.setId("alarm-filter");
        search.setPromptText("Find asset or message");
        search.textProperty().bindBidirectional(model.filterProperty());
        Region space = new Region();
        HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
        count.getStyleClass().add("hint");
        HBox bar = new HBox(scopes(), priorities(symbols), search, space, count);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private HBox scopes() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("button-group");
        for (AlarmScope scope : AlarmScope.values()) {
            ToggleButton button = new ToggleButton(scope.label());
            button.setToggleGroup(group);
            button.setOnAction(event -> model.scopeProperty().set(scope));
            model.scopeProperty().subscribe(now -> button.setSelected(now == scope));
            box.getChildren().add(button);
        }
        return box;
    }

    private HBox priorities(Symbols symbols) {
        HBox box = new HBox();
        box.getStyleClass().add("button-group");
        for (Priority priority : List.of(Priority.HIGH, Priority.MEDIUM, Priority.LOW)) {
            PrioritySymbol symbol = symbols.priority();
            symbol.show(priority);
            ToggleButton button = new ToggleButton(Words.of(priority), symbol);
            button.setSelected(model.priorities().contains(priority));
            button.selectedProperty().subscribe(on -> {
                if (on) {
                    model.priorities().add(priority);
                } else {
                    model.priorities().remove(priority);
                }
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private void show(Load<AlarmList> load) {
        switch (load) {
            case Load.Loading<AlarmList>() -> notice("Loading", "The alarms are on their way.", true);
            case Load.Failed<AlarmList>(String sentence) -> notice("No list", sentence, false);
            case Load.Ready<AlarmList>(AlarmList list) -> show(list);
        }
    }

    private void show(AlarmList list) {
        int lines =
                list.groups().stream().mapToInt(group -> group.alarms().size()).sum();
        count.setText(lines == 1 ? "1 alarm" : lines + " alarms");
        table.show(list.groups(), model.selectedProperty().get());
        if (list.groups().isEmpty()) {
            boolean narrowed = !model.filterProperty().get().isBlank()
                    || model.priorities().size() < Priority.values().length;
            notice("No alarms", narrowed ? "None passes these filters." : last(list), false);
        } else {
            notice.setVisible(false);
            split.setVisible(true);
        }
    }

    private String last(AlarmList list) {
        return list.last()
                .map(alarm -> "The last one was at " + formats.time(alarm.openedAt(), clock.instant()) + " on "
                        + list.lastAsset() + ": " + alarm.message())
                .orElse("There has not been one yet.");
    }

    private void notice(String title, String sentence, boolean busy) {
        notice.show(title, sentence, busy);
        split.setVisible(false);
    }

    private void keyPressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (typing) {
            return;
        }
        if (event.isShortcutDown()) {
            if (event.getCode() == KeyCode.Z) {
                detail.undoLabel();
                event.consume();
            }
            return;
        }
        if (event.getCode() == KeyCode.A) {
            detail.acknowledge();
            event.consume();
        }
        if (event.getCode() == KeyCode.S) {
            detail.shelve();
            event.consume();
        }
        LabelButtons.answerTo(event.getCode()).ifPresent(kind -> {
            detail.label(kind);
            event.consume();
        });
    }
}
