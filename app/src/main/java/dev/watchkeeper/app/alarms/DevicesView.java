package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.DeviceSymbol;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.live.DeviceState;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Devices that are not as they should be: a symbol and a word for the state, since when, why and what to do; below, what they went
 * through in the last 24 hours. A double click, Enter or the button leads to the sensor on Trends.
 */
final class DevicesView extends VBox {
    private static final double STATE = 172;
    private static final double ASSET = 104;
    private static final double SENSOR = 136;
    private static final double SINCE = 132;
    private static final double TIME = 100;
    private static final double LASTED = 90;
    private static final double OPEN = 74;
    private static final double SCROLL_BAR = 18;
    private static final double HALF = 0.5;

    private static final List<DeviceState> LEGEND = List.of(
            DeviceState.FAILURE,
            DeviceState.FUNCTION_CHECK,
            DeviceState.OUT_OF_SPECIFICATION,
            DeviceState.MAINTENANCE_REQUIRED);

    private final Symbols symbols;
    private final TableView<DeviceRow> now = new TableView<>();
    private final TableView<PastDeviceRow> past = new TableView<>();
    private final Notice good = new Notice();
    private final Notice quiet = new Notice();

    DevicesView(DevicesViewModel model, Symbols symbols) {
        this.symbols = symbols;
        getStyleClass().add("devices");
        table(now, "device-table", model::open);
        now.getStyleClass().add("device-table");
        var rest = now.widthProperty().subtract(STATE + ASSET + SENSOR + SINCE + OPEN + SCROLL_BAR);
        now.getColumns()
                .setAll(List.of(
                        state(DeviceRow::state, DeviceRow::stateWords),
                        text("Asset", ASSET, DeviceRow::asset),
                        text("Sensor", SENSOR, DeviceRow::sensor),
                        text("Since", SINCE, DeviceRow::since),
                        wide("Why", rest.multiply(HALF), DeviceRow::why),
                        wide("What to do", rest.multiply(HALF), DeviceRow::action),
                        open(model::open, row -> row.sensorOrNull() != null)));
        table(past, "device-history", model::open);
        var pastRest = past.widthProperty().subtract(STATE + ASSET + SENSOR + 2 * TIME + LASTED + OPEN + SCROLL_BAR);
        past.getColumns()
                .setAll(List.of(
                        state(PastDeviceRow::state, PastDeviceRow::stateWords),
                        text("Asset", ASSET, PastDeviceRow::asset),
                        text("Sensor", SENSOR, PastDeviceRow::sensor),
                        text("From", TIME, PastDeviceRow::since),
                        text("Until", TIME, PastDeviceRow::until),
                        text("Lasted", LASTED, PastDeviceRow::lasted),
                        wide("Why", pastRest.multiply(1), PastDeviceRow::why),
                        open(model::open, row -> true)));
        StackPane upper = new StackPane(now, good);
        StackPane lower = new StackPane(past, quiet);
        lower.getStyleClass().add("device-past");
        VBox.setVgrow(upper, Priority.ALWAYS);
        VBox.setVgrow(lower, Priority.ALWAYS);
        Label head = new Label("Last 24 hours");
        head.getStyleClass().add("section-title");
        getChildren().addAll(legend(), upper, head, lower);
        model.pageProperty().subscribe(this::show);
    }

    private HBox legend() {
        Label sentence = new Label("Of the devices themselves (NAMUR NE 107); process alarms are under Active.");
        sentence.getStyleClass().add("hint");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(sentence, space);
        line.getStyleClass().addAll("toolbar", "device-legend");
        for (DeviceState state : LEGEND) {
            DeviceSymbol symbol = symbols.device();
            symbol.show(state);
            Label word = new Label(Words.shortly(state));
            word.getStyleClass().add("hint");
            HBox entry = new HBox(symbol, word);
            entry.getStyleClass().add("label-cell");
            line.getChildren().add(entry);
        }
        return line;
    }

    private void show(Load<DevicePage> load) {
        switch (load) {
            case Load.Loading<DevicePage>() -> notices("Loading", "The states of devices are on their way.", true);
            case Load.Failed<DevicePage>(String sentence) -> notices("Not known", sentence, false);
            case Load.Ready<DevicePage>(DevicePage page) -> show(page);
        }
    }

    private void notices(String heading, String sentence, boolean busy) {
        fill(now, List.of());
        fill(past, List.of());
        quiet.setVisible(false);
        good.show(heading, sentence, busy);
    }

    private void show(DevicePage page) {
        fill(now, page.rows());
        fill(past, page.past());
        good.setVisible(page.rows().isEmpty());
        if (page.rows().isEmpty()) {
            good.show(
                    page.devices() == 0 ? "No device is known yet" : "All devices are good",
                    page.devices() == 0
                            ? "Sensors appear with their first readings."
                            : page.devices() + " sensors of " + page.assets()
                                    + " assets send as they should. One that falls silent, is late, stuck or beyond its range is listed here.",
                    false);
        }
        quiet.setVisible(page.past().isEmpty());
        if (page.past().isEmpty()) {
            quiet.show("Nothing in 24 hours", "What devices went through is kept here, with when and why.", false);
        }
    }

    private static <T> void fill(TableView<T> table, List<T> rows) {
        List<T> shown = table.getItems();
        while (shown.size() > rows.size()) {
            shown.removeLast();
        }
        for (int i = 0; i < rows.size(); i++) {
            if (i == shown.size()) {
                shown.add(rows.get(i));
            } else if (!rows.get(i).equals(shown.get(i))) {
                shown.set(i, rows.get(i));
            }
        }
        table.setVisible(!rows.isEmpty());
    }

    private static <T> void table(TableView<T> table, String id, Consumer<T> open) {
        table.setId(id);
        table.getStyleClass().add("plain-table");
        table.setRowFactory(own -> {
            TableRow<T> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            T selected = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                open.accept(selected);
                event.consume();
            }
        });
    }

    private <T> TableColumn<T, T> state(Function<T, DeviceState> state, Function<T, String> words) {
        TableColumn<T, T> column = column("State", STATE);
        column.setCellFactory(own -> new StateCell<>(symbols.device(), state, words));
        return column;
    }

    private static <T> TableColumn<T, T> text(String title, double width, Function<T, String> words) {
        TableColumn<T, T> column = column(title, width);
        column.setCellFactory(own -> new TextCell<>(words));
        return column;
    }

    private static <T> TableColumn<T, T> wide(
            String title, ObservableValue<? extends Number> width, Function<T, String> words) {
        TableColumn<T, T> column = text(title, SENSOR, words);
        column.prefWidthProperty().bind(width);
        return column;
    }

    private static <T> TableColumn<T, T> open(Consumer<T> open, Function<T, Boolean> can) {
        TableColumn<T, T> column = column("", OPEN);
        column.setCellFactory(own -> new OpenCell<>(open, can));
        return column;
    }

    private static <T> TableColumn<T, T> column(String title, double width) {
        TableColumn<T, T> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setReorderable(false);
        column.setSortable(false);
        column.setPrefWidth(width);
        return column;
    }

    private static final class StateCell<T> extends TableCell<T, T> {
        private final DeviceSymbol symbol;
        private final Function<T, DeviceState> state;
        private final Function<T, String> words;

        StateCell(DeviceSymbol symbol, Function<T, DeviceState> state, Function<T, String> words) {
            this.symbol = symbol;
            this.state = state;
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            boolean there = !empty && row != null;
            if (there) {
                symbol.show(state.apply(row));
            }
            setGraphic(there ? symbol : null);
            setText(there ? words.apply(row) : null);
        }
    }

    private static final class TextCell<T> extends TableCell<T, T> {
        private final Function<T, String> words;

        TextCell(Function<T, String> words) {
            this.words = words;
            setWrapText(true);
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            String text = empty || row == null ? null : words.apply(row);
            setText(text);
            setTooltip(text == null || text.isEmpty() ? null : new Tooltip(text));
        }
    }

    private static final class OpenCell<T> extends TableCell<T, T> {
        private final Consumer<T> open;
        private final Function<T, Boolean> can;
        private final Button button = new Button("Trend");

        OpenCell(Consumer<T> open, Function<T, Boolean> can) {
            this.open = open;
            this.can = can;
            button.getStyleClass().add("small");
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            boolean there = !empty && row != null && can.apply(row);
            setGraphic(there ? button : null);
            if (there) {
                button.setOnAction(event -> open.accept(row));
            }
        }
    }
}
