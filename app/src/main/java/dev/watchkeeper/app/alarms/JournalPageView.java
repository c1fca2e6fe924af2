package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.signal.Asset;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** All that happened to alarms, the newest above; a double click on a line leads to its alarm. */
final class JournalPageView extends BorderPane {
    private static final double AT = 140;
    private static final double WHAT = 170;
    private static final double ASSET = 150;
    private static final double WHO = 110;
    private static final double SCROLL_BAR = 18;
    private static final double MESSAGE_SHARE = 0.5;

    private final JournalPageViewModel model;
    private final TableView<JournalPage.Row> table = new TableView<>();
    private final Notice notice = new Notice();
    private final Label count = new Label();

    JournalPageView(JournalPageViewModel model, Formats formats, InstantSource clock, Consumer<AlarmId> onOpen) {
        this.model = model;
        getStyleClass().add("journal-page");
        table.setId("journal-table");
        table.getStyleClass().add("plain-table");
        TableColumn<JournalPage.Row, String> text = column("Note", row -> note(row, formats, clock));
        TableColumn<JournalPage.Row, String> message =
                column("Alarm", row -> row.line().message());
        var rest = table.widthProperty().subtract(AT + WHAT + ASSET + WHO + SCROLL_BAR);
        message.prefWidthProperty().bind(rest.multiply(MESSAGE_SHARE));
        text.prefWidthProperty().bind(rest.multiply(1 - MESSAGE_SHARE));
        table.getColumns()
                .setAll(List.of(
                        sized(column("When", row -> formats.time(row.entry().at(), clock.instant())), AT),
                        sized(column("What", JournalPage.Row::what), WHAT),
                        sized(column("Asset", JournalPage.Row::asset), ASSET),
                        message,
                        sized(column("By", JournalPage.Row::who), WHO),
                        text));
        table.setRowFactory(own -> {
            TableRow<JournalPage.Row> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                    onOpen.accept(row.getItem().entry().alarm());
                }
            });
            return row;
        });
        setTop(new VBox(filters(), sealLine()));
        setCenter(new StackPane(table, notice));
        model.pageProperty().subscribe(this::show);
    }

    private HBox filters() {
        ComboBox<@Nullable Asset> asset = choice("All assets", Asset::label, model.assetProperty());
        asset.setId("journal-asset");
        asset.setOnShowing(event -> asset.getItems().setAll(withAll(model.assets())));
        ComboBox<JournalEntry.@Nullable Kind> kind = choice("All events", Words::of, model.kindProperty());
        kind.setId("journal-kind");
        kind.getItems().setAll(withAll(Arrays.asList(JournalEntry.Kind.values())));
        TextField who = new TextField();
        who.setId("journal-who");
        who.setPromptText("By");
        who.getStyleClass().add("narrow");
        who.textProperty().bindBidirectional(model.whoProperty());
        TextField text = new TextField();
        text.setId("journal-text");
        text.setPromptText("Find in notes and messages");
        text.textProperty().bindBidirectional(model.textProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        count.getStyleClass().add("hint");
        Button export = new Button("Export CSV…");
        export.setId("journal-export");
        export.setOnAction(event -> model.export());
        HBox bar = new HBox(spans(), asset, kind, who, text, space, count, export);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private HBox sealLine() {
        Label seal = new Label();
        seal.setId("journal-seal");
        seal.getStyleClass().add("hint");
        seal.textProperty().bind(model.sealProperty());
        Button check = new Button("Check the seal");
        check.setId("journal-check");
        check.getStyleClass().add("small");
        check.setOnAction(event -> model.check());
        Label outcome = new Label();
        outcome.setId("journal-outcome");
        outcome.getStyleClass().add("hint");
        outcome.textProperty().bind(model.outcomeProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(seal, check, space, outcome);
        line.getStyleClass().add("seal-line");
        return line;
    }

    private HBox spans() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("button-group");
        for (JournalSpan span : JournalSpan.values()) {
            ToggleButton button = new ToggleButton(span.label());
            button.setToggleGroup(group);
            button.setOnAction(event -> model.spanProperty().set(span));
            model.spanProperty().subscribe(now -> button.setSelected(now == span));
            box.getChildren().add(button);
        }
        return box;
    }

    private void show(Load<JournalPage> load) {
        switch (load) {
            case Load.Loading<JournalPage>() -> notice.show("Loading", "The journal is on its way.", true);
            case Load.Failed<JournalPage>(String sentence) -> notice.show("No journal", sentence, false);
            case Load.Ready<JournalPage>(JournalPage page) -> show(page);
        }
    }

    private void show(JournalPage page) {
        if (!page.rows().equals(table.getItems())) {
            table.getItems().setAll(page.rows());
        }
        int lines = page.rows().size();
        count.setText(
                page.more()
                        ? "The newest " + lines + " lines; narrow the filters or export for more"
                        : lines == 1 ? "1 line" : lines + " lines");
        notice.setVisible(page.rows().isEmpty());
        table.setVisible(!page.rows().isEmpty());
        if (page.rows().isEmpty()) {
            notice.show("No lines", "Nothing in the journal passes these filters.", false);
        }
    }

    /** The text of a line, unless it only says again what its alarm says. */
    private static String note(JournalPage.Row row, Formats formats, InstantSource clock) {
        String text = row.entry().text();
        return text.equals(row.line().message()) ? "" : formats.localized(text, clock.instant());
    }

    private static <T> List<@Nullable T> withAll(List<T> values) {
        List<@Nullable T> all = new ArrayList<>();
        all.add(null);
        all.addAll(values);
        return all;
    }

    private static <T> ComboBox<@Nullable T> choice(
            String all, Function<T, String> words, Property<@Nullable T> chosen) {
        ComboBox<@Nullable T> box = new ComboBox<>();
        box.setPromptText(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? all : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    private static TableColumn<JournalPage.Row, String> column(String title, Function<JournalPage.Row, String> words) {
        TableColumn<JournalPage.Row, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.setReorderable(false);
        column.setSortable(false);
        return column;
    }

    private static TableColumn<JournalPage.Row, String> sized(
            TableColumn<JournalPage.Row, String> column, double width) {
        column.setPrefWidth(width);
        return column;
    }
}
