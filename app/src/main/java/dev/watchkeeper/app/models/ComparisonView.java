package dev.watchkeeper.app.models;

import dev.watchkeeper.app.chart.SpanRows;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.engine.model.desk.Deployment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Champion and challenger on the same windows, and the decision between them. */
final class ComparisonView extends VBox {
    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");

    private final ModelsViewModel model;
    private final Formats formats;
    private final InstantSource clock;
    private final Button promote = new Button("Promote");
    private final Button withdraw = new Button("Withdraw");
    private final Label question = Panels.label("", "question");
    private final Button confirm = new Button("Promote");
    private final Button decline = new Button("Not now");
    private final VBox asking = new VBox(question, new HBox(Panels.space(), confirm, decline));
    private final Label basis = Panels.label("", "hint");
    private final SpanRows episodes;
    private final TableView<Comparison.Line> table = new TableView<>();
    private final VBox content = new VBox();
    private final Notice notice = new Notice();

    ComparisonView(ModelsViewModel model, Formats formats, InstantSource clock) {
        this.model = model;
        this.formats = formats;
        this.clock = clock;
        getStyleClass().addAll("section", "comparison");
        episodes = new SpanRows(formats.zone());
        promote.setId("model-promote");
        promote.getStyleClass().add("accent");
        promote.setOnAction(event ->
                withRow(row -> row.card().challenger().map(Deployment::number).ifPresent(model::askToPromote)));
        withdraw.setId("model-withdraw");
        withdraw.setOnAction(event -> withRow(model.actions()::withdraw));
        confirm.setId("model-promote-confirm");
        confirm.getStyleClass().add("accent");
        confirm.setOnAction(event -> model.answer(true));
        decline.setId("model-promote-decline");
        decline.setOnAction(event -> model.answer(false));
        question.setWrapText(true);
        for (Region fixed : new Region[] {promote, withdraw, confirm, decline}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
            fixed.disableProperty().bind(model.actions().busyProperty());
        }
        asking.getStyleClass().add("asking");
        basis.setWrapText(true);
        table.setId("comparison-table");
        columns();
        VBox.setVgrow(table, Priority.ALWAYS);
        content.getStyleClass().add("comparison-content");
        content.getChildren().addAll(basis, episodes, table);
        StackPane stack = new StackPane(content, notice);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(Panels.head("Champion and challenger", promote, withdraw), asking, stack);
        model.currentProperty().subscribe(row -> show());
        model.askingProperty().subscribe(number -> show());
    }

    private void columns() {
        TableColumn<Comparison.Line, String> rates = new TableColumn<>("Rare samples a day");
        rates.getColumns()
                .setAll(List.of(
                        Panels.numbers("Asked", 42, line -> ModelWords.rate(line.requestedPerDay())),
                        Panels.numbers("Champ.", 55, line -> ModelWords.rate(line.championPerDay())),
                        Panels.numbers("Chall.", 44, line -> ModelWords.rate(line.challengerPerDay()))));
        TableColumn<Comparison.Line, String> counts = new TableColumn<>("Episodes");
        counts.getColumns()
                .setAll(List.of(
                        Panels.numbers("Champ.", 55, line -> String.valueOf(line.championEpisodes())),
                        Panels.numbers("Chall.", 44, line -> String.valueOf(line.challengerEpisodes()))));
        Panels.explained(
                rates, "How many samples a day were to be as rare as the sensitivity asks for, and how many were");
        Panels.explained(counts, "How often each of the two spoke up");
        table.getColumns().setAll(List.of(Panels.column("Sensor", 136, Comparison.Line::label), rates, counts));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(ignored -> new TableRow<>() {
            @Override
            protected void updateItem(Comparison.@Nullable Line line, boolean empty) {
                super.updateItem(line, empty);
                pseudoClassStateChanged(TOTAL, !empty && getIndex() == 0);
            }
        });
    }

    private void show() {
        withRow(this::show);
    }

    private void show(ModelRow row) {
        Deployment challenger = row.card().challenger().orElse(null);
        Integer number = model.askingProperty().get();
        boolean acting = !model.actions().readOnly() && challenger != null;
        Panels.show(promote, acting && number == null);
        Panels.show(withdraw, acting && number == null);
        Panels.show(asking, number != null);
        if (number != null) {
            question.setText(row.label() + ": champion from "
                    + ModelWords.version(row.card().champion().number()) + " to version " + number + "?");
            confirm.setText("Promote version " + number);
        }
        if (challenger == null) {
            notice(
                    "No challenger",
                    "Retrain makes a version that judges the same readings in the champion's shadow and raises nothing.",
                    false);
            return;
        }
        row.card()
                .comparison()
                .ifPresentOrElse(
                        report -> show(Comparison.of(report, row)),
                        () -> notice("Version " + challenger.number() + " is in shadow", waiting(challenger), true));
    }

    private String waiting(Deployment challenger) {
        Instant now = clock.instant();
        return challenger
                .trouble()
                .orElse((challenger.isRunning() ? "It runs since " : "The detection job takes it over; asked at ")
                        + formats.time(challenger.since(), now) + ". The first comparison follows in a moment.");
    }

    private void show(Comparison comparison) {
        notice.setVisible(false);
        content.setVisible(true);
        basis.setText(ModelWords.count(comparison.report().readings(), "reading") + " judged by both in "
                + Formats.age(comparison.report().over().length())
                + (comparison.tooShort() ? ": too short to judge rates a day" : ""));
        episodes.show(comparison.viewport(), comparison.episodes());
        if (!table.getItems().equals(comparison.lines())) {
            table.getItems().setAll(comparison.lines());
        }
    }

    private void notice(String title, String text, boolean busy) {
        notice.show(title, text, busy);
        content.setVisible(false);
    }

    private void withRow(java.util.function.Consumer<ModelRow> action) {
        @Nullable ModelRow row = model.currentProperty().get();
        if (row != null) {
            action.accept(row);
        }
    }
}
