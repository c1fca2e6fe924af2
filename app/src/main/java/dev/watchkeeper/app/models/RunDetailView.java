package dev.watchkeeper.app.models;

import dev.watchkeeper.app.chart.CurveChart;
import dev.watchkeeper.app.fx.Browser;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.SavePrompt;
import dev.watchkeeper.app.screen.Formats;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One run in full, or several side by side: params and metrics in a table, curves over each other. */
final class RunDetailView extends VBox {
    private static final double NAME_WIDTH = 140;
    private static final double VALUE_WIDTH = 72;

    private static final PseudoClass SEVERAL = PseudoClass.getPseudoClass("several");

    private final ModelsViewModel model;
    private final Label title = Panels.label("", "section-title");
    private final Button shadow = new Button("Put in shadow");
    private final Button export = new Button("Export…");
    private final Button link = new Button("Open in MLflow");
    private final ComboBox<String> metric = new ComboBox<>();
    private final CurveChart chart;
    private final TableView<RunComparison.Value> table = new TableView<>();
    private RunComparison shown = RunComparison.NONE;

    RunDetailView(ModelsViewModel model, Formats formats, SavePrompt save, Browser browser) {
        this.model = model;
        chart = new CurveChart(formats.zone());
        getStyleClass().add("run-detail");
        shadow.setId("run-shadow");
        shadow.setOnAction(event -> {
            ModelRow row = model.currentProperty().get();
            if (row != null) {
                model.actions().challenge(row, first().number());
            }
        });
        export.setId("run-export");
        export.setOnAction(event -> export(save));
        link.setId("run-link");
        link.setOnAction(event -> shown.link().ifPresent(browser::open));
        metric.setId("run-metric");
        metric.valueProperty().subscribe(name -> chart.setPicture(shown.chart(name == null ? "" : name)));
        table.setId("run-values");
        for (Region fixed : new Region[] {shadow, export, link}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox head = new HBox(title, Panels.space(), metric, shadow, export, link);
        head.getStyleClass().add("section-head");
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox.setHgrow(chart, Priority.ALWAYS);
        HBox below = new HBox(table, chart);
        below.getStyleClass().add("run-below");
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(head, below);
        model.runs().comparisonProperty().subscribe(this::show);
        model.runs().selectedProperty().subscribe(rows -> Panels.show(this, !rows.isEmpty()));
    }

    private void show(Load<RunComparison> load) {
        if (!(load instanceof Load.Ready<RunComparison>(RunComparison ready)) || ready.equals(shown)) {
            return;
        }
        boolean others = !ready.rows().equals(shown.rows());
        shown = ready;
        if (ready.rows().isEmpty()) {
            return;
        }
        boolean alone = ready.rows().size() == 1;
        boolean version = alone && first().entry().isPresent();
        boolean acting = !model.actions().readOnly();
        title.setText(alone ? "Version " + first().number() : ready.rows().size() + " runs");
        Panels.show(shadow, acting && version && first().role().isEmpty());
        Panels.show(export, acting && version);
        Panels.show(link, alone && ready.link().isPresent());
        showCurves();
        if (others) {
            columns();
        }
        table.getItems().setAll(ready.values());
    }

    private void showCurves() {
        List<String> names = List.copyOf(shown.curves().keySet());
        String before = metric.getValue();
        metric.getItems().setAll(names);
        Optional<String> best =
                names.stream().filter(name -> !name.equals("progress")).findFirst();
        metric.setValue(
                before != null && names.contains(before)
                        ? before
                        : best.or(() -> names.stream().findFirst()).orElse(null));
        boolean several = shown.rows().size() > 1 && !names.isEmpty();
        Panels.show(metric, several);
        Panels.show(chart, several);
        pseudoClassStateChanged(SEVERAL, several);
        chart.setPicture(shown.chart(metric.getValue() == null ? "" : metric.getValue()));
    }

    private void columns() {
        table.getColumns().setAll(List.of(Panels.column("Metric or parameter", NAME_WIDTH, RunComparison.Value::name)));
        for (int i = 0; i < shown.rows().size(); i++) {
            int at = i;
            TableColumn<RunComparison.Value, String> column = Panels.numbers(
                    "Version " + shown.rows().get(i).number(),
                    VALUE_WIDTH,
                    value -> at < value.texts().size() ? value.texts().get(at) : "");
            table.getColumns().add(column);
        }
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    }

    private RunRow first() {
        return shown.rows().getFirst();
    }

    private void export(SavePrompt save) {
        ModelRow row = model.currentProperty().get();
        if (row != null) {
            int number = first().number();
            save.ask(
                            "Export version " + number + " of " + row.label(),
                            row.id().value() + "-v" + number + RunsView.EXTENSION)
                    .ifPresent(file -> model.actions().export(row, number, file));
        }
    }
}
