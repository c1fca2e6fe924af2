package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Notice;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Models: the assets at the left; of the selected one what to decide above, and what that rests on below. */
final class ModelsView extends BorderPane {
    private static final double DRIFT_SHARE = 59;

    private final ModelsViewModel model;
    private final ModelListView list;
    private final DriftView drift;
    private final TabPane tabs = new TabPane();
    private final Map<Section, Tab> sections = new EnumMap<>(Section.class);
    private final HBox content;
    private final Notice notice = new Notice();

    /** The sections below. */
    enum Section {
        RUNS("Runs"),
        ANSWERS("F1 by labels"),
        SENSORS("Sensor data"),
        LEAKAGE("Leakage"),
        POLICY("Policy"),
        RECORD("Record");

        private final String label;

        Section(String label) {
            this.label = label;
        }
    }

    ModelsView(ModelsViewModel model, Formats formats, Navigator navigator, InstantSource clock, Desktop desktop) {
        this.model = model;
        getStyleClass().add("models");
        list = new ModelListView(model::select);
        drift = new DriftView(model, formats, navigator, clock, desktop.save());
        add(Section.RUNS, new RunsView(model, formats, clock, desktop));
        add(Section.ANSWERS, new ScoreView(model, formats));
        add(Section.SENSORS, new GradesView(model));
        add(Section.LEAKAGE, new LeakageView(model, formats, clock));
        add(Section.POLICY, new PolicyView(model));
        add(Section.RECORD, new RecordView(model, formats, clock));
        tabs.setId("model-sections");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        GridPane upper = upper(drift, new ComparisonView(model, formats, clock));
        VBox.setVgrow(upper, Priority.ALWAYS);
        VBox right = new VBox(
                new ModelHeadView(model, formats, clock, desktop.open()),
                new VitalsView(model, section -> tabs.getSelectionModel().select(sections.get(section))),
                upper,
                tabs);
        right.getStyleClass().add("model-detail");
        HBox.setHgrow(right, Priority.ALWAYS);
        content = new HBox(list, right);
        content.getStyleClass().add("models-content");
        setCenter(new StackPane(content, notice));
        model.rowsProperty().subscribe(load -> show());
        model.currentProperty().subscribe(row -> show());
    }

    /** Whether what there is to see has been drawn. */
    boolean drawn() {
        return notice.isVisible() || drift.drawn();
    }

    private static GridPane upper(Node left, Node right) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("upper");
        ColumnConstraints first = new ColumnConstraints();
        first.setPercentWidth(DRIFT_SHARE);
        ColumnConstraints second = new ColumnConstraints();
        second.setPercentWidth(100 - DRIFT_SHARE);
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(first, second);
        grid.getRowConstraints().add(row);
        grid.addRow(0, left, right);
        return grid;
    }

    private void add(Section section, Node view) {
        Tab tab = new Tab(section.label, view);
        sections.put(section, tab);
        tabs.getTabs().add(tab);
    }

    private void show() {
        switch (model.rowsProperty().get()) {
            case Load.Loading<List<ModelRow>>() -> notice("Loading", "The models are on their way.", true);
            case Load.Failed<List<ModelRow>>(String sentence) -> notice("No models", sentence, false);
            case Load.Ready<List<ModelRow>>(List<ModelRow> rows) -> {
                if (rows.isEmpty()) {
                    notice("No assets yet", "Assets appear here as soon as their first readings arrive.", true);
                } else {
                    ModelRow current = model.currentProperty().get();
                    notice.setVisible(false);
                    content.setVisible(true);
                    list.show(rows, current == null ? null : current.id());
                }
            }
        }
    }

    private void notice(String title, String sentence, boolean busy) {
        notice.show(title, sentence, busy);
        content.setVisible(false);
    }
}
