package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.engine.model.grade.GradeReason;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** How far each sensor's data can carry a model, and why. */
final class GradesView extends StackPane {
    private final ModelsViewModel model;
    private final TableView<SensorGrade> table = new TableView<>();
    private final Notice notice = new Notice();

    GradesView(ModelsViewModel model) {
        this.model = model;
        getStyleClass().add("tab-content");
        table.setId("grades-table");
        table.getColumns()
                .setAll(List.of(
                        Panels.column("Sensor", 150, this::name),
                        Panels.explained(
                                Panels.column(
                                        "Grade", 50, grade -> grade.grade().name()),
                                "A nothing to complain of, B usable, C usable with care, D hardly worth a model"),
                        Panels.numbers("History", 90, GradesView::history),
                        Panels.numbers(
                                "Readings",
                                90,
                                grade -> ModelWords.number(grade.facts().readings())),
                        Panels.column("Why", 560, GradesView::reasons)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        getChildren().addAll(table, notice);
        model.factsProperty().subscribe(this::show);
    }

    private void show(Load<VersionFacts> load) {
        table.setVisible(false);
        switch (load) {
            case Load.Loading<VersionFacts>() -> notice.show("Loading", "The grades are on their way.", true);
            case Load.Failed<VersionFacts>(String why) -> notice.show("Not available", why, false);
            case Load.Ready<VersionFacts>(VersionFacts facts) -> {
                if (facts.version().isEmpty()) {
                    notice.show("No grades yet", "Sensors are graded when a version is trained.", false);
                } else {
                    notice.setVisible(false);
                    table.setVisible(true);
                    table.getItems().setAll(facts.grades());
                }
            }
        }
    }

    private String name(SensorGrade grade) {
        ModelRow row = model.currentProperty().get();
        return row == null ? grade.sensor().name() : row.sensorLabel(grade.sensor());
    }

    private static String history(SensorGrade grade) {
        String length = Formats.roughAge(grade.facts().history());
        return grade.has(GradeReason.Kind.LITTLE_HISTORY) ? length + ", little" : length;
    }

    private static String reasons(SensorGrade grade) {
        return grade.reasons().isEmpty()
                ? "Nothing to complain of."
                : grade.reasons().stream().map(GradeReason::sentence).collect(Collectors.joining(" "));
    }
}
