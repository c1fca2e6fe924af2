package dev.watchkeeper.app.models;

import dev.watchkeeper.app.chart.CurveChart;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.SavePrompt;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Notice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The curve of the worst feature, or of another one, with its limit; below it the features that it is chosen from. */
final class DriftView extends VBox {
    private final ModelsViewModel model;
    private final Formats formats;
    private final InstantSource clock;
    private final CurveChart chart;
    private final DriftTable table;
    private final Label sentence = Panels.label("", "hint");
    private final Button trends = new Button("Open in Trends");
    private final Map<DriftPeriod, ToggleButton> periods = new EnumMap<>(DriftPeriod.class);
    private final HBox steering;
    private final VBox content = new VBox();
    private final Notice notice = new Notice();
    private @Nullable DriftPicture shown;

    DriftView(ModelsViewModel model, Formats formats, Navigator navigator, InstantSource clock, SavePrompt save) {
        this.model = model;
        this.formats = formats;
        this.clock = clock;
        getStyleClass().addAll("section", "drift");
        chart = new CurveChart(formats.zone());
        chart.setId("drift-curve");
        table = new DriftTable(formats, clock, model.drift()::pick);
        Button report = new Button("Report…");
        report.setId("drift-report");
        report.setTooltip(new Tooltip("Save what drifts, with its curves, as a page"));
        report.setOnAction(event -> saveReport(save));
        steering = new HBox(periodButtons(), trends, report);
        steering.getStyleClass().add("button-group");
        trends.setId("drift-trends");
        trends.setOnAction(event -> openTrends(navigator));
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        content.getStyleClass().add("drift-content");
        content.getChildren().addAll(sentence, chart, table);
        StackPane stack = new StackPane(content, notice);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(Panels.head("Drift, in limits", steering), stack);
        model.drift().pictureProperty().subscribe(load -> show());
        model.currentProperty().subscribe(row -> show());
    }

    /** Whether the newest curve, or that there is none, has been drawn. */
    boolean drawn() {
        return notice.isVisible() || chart.isDrawn();
    }

    private HBox periodButtons() {
        HBox box = new HBox();
        box.getStyleClass().add("button-group");
        for (DriftPeriod period : DriftPeriod.values()) {
            ToggleButton button = new ToggleButton(period.label());
            button.setOnAction(event -> {
                button.setSelected(true);
                model.drift().show(period);
            });
            periods.put(period, button);
            box.getChildren().add(button);
        }
        return box;
    }

    private void show() {
        ModelRow row = model.currentProperty().get();
        switch (model.drift().pictureProperty().get()) {
            case Load.Loading<DriftPicture>() -> notice("Loading", "The drift curve is on its way.", true);
            case Load.Failed<DriftPicture>(String why) -> notice("Not available", why, false);
            case Load.Ready<DriftPicture>(DriftPicture picture) -> {
                if (row != null) {
                    show(row, picture);
                }
            }
        }
    }

    private void show(ModelRow row, DriftPicture picture) {
        shown = picture;
        if (picture.reports().isEmpty()) {
            notice(
                    "No drift to show yet",
                    row.card().champion().isTrained()
                            ? "The first comparison with what it was trained on follows after a few minutes of readings."
                            : "Drift is told against what a version was trained on, or while there is none against the first readings.",
                    false);
            return;
        }
        notice.setVisible(false);
        content.setVisible(true);
        steering.setVisible(true);
        Instant now = clock.instant();
        chart.setPicture(picture.chart(formats, now));
        table.show(row, picture);
        sentence.setText(sentence(row, picture, now));
        periods.forEach((period, button) -> button.setSelected(period == picture.period()));
        trends.setDisable(picture.pick().isEmpty());
    }

    private String sentence(ModelRow row, DriftPicture picture, Instant now) {
        return picture.pick()
                .flatMap(pick -> picture.picked()
                        .map(drift -> row.sensorLabel(pick.sensor()) + ", "
                                + pick.feature().label() + ": " + ModelWords.change(drift) + ", "
                                + ModelWords.of(drift.stage())
                                + drift.since()
                                        .map(since -> " since " + formats.time(since, now))
                                        .orElse("")))
                .orElse("");
    }

    private void notice(String title, String text, boolean busy) {
        notice.show(title, text, busy);
        content.setVisible(false);
        steering.setVisible(false);
    }

    private void saveReport(SavePrompt save) {
        ModelRow row = model.currentProperty().get();
        DriftPicture picture = shown;
        if (row != null && picture != null) {
            save.ask("Save the drift report of " + row.label(), row.id().value() + "-drift.html")
                    .ifPresent(file -> model.actions().report(row, picture.span(), file));
        }
    }

    private void openTrends(Navigator navigator) {
        DriftPicture picture = shown;
        if (picture != null) {
            picture.pick().ifPresent(pick -> navigator.openTrends(List.of(pick.sensor()), picture.span()));
        }
    }
}
