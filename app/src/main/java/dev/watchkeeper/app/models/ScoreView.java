package dev.watchkeeper.app.models;

import dev.watchkeeper.app.chart.CurveChart;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.engine.label.RealisedScore;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** F1, precision and recall by week on labelled rows, with how many those are and how late the labels came. */
final class ScoreView extends StackPane {
    private final CurveChart chart;
    private final Label sentence = Panels.label("", "hint");
    private final TableView<RealisedScore> table = new TableView<>();
    private final HBox content = new HBox();
    private final Notice notice = new Notice();

    ScoreView(ModelsViewModel model, Formats formats) {
        chart = new CurveChart(formats.zone());
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox left = new VBox(sentence, chart);
        left.getStyleClass().add("score-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(table, Priority.ALWAYS);
        table.setId("score-table");
        table.getColumns()
                .setAll(List.of(
                        Panels.column(
                                "Week from", 70, week -> formats.day(week.span().start())),
                        Panels.numbers("Alarms", 50, week -> String.valueOf(week.alarms())),
                        Panels.numbers("Labelled", 58, ScoreView::labelled),
                        Panels.explained(
                                Panels.numbers("Missed", 52, week -> String.valueOf(week.missed())),
                                "Spans labelled as anomaly that no alarm told of"),
                        Panels.numbers("F1", 42, week -> ScoreCourse.ratio(week.f1())),
                        Panels.numbers("Precision", 60, week -> ScoreCourse.ratio(week.precision())),
                        Panels.numbers("Recall", 48, week -> ScoreCourse.ratio(week.recall())),
                        Panels.explained(
                                Panels.numbers(
                                        "Delay",
                                        56,
                                        week -> week.medianDelay()
                                                .map(Formats::age)
                                                .orElse("–")),
                                "From an alarm to its label, the median")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        content.getStyleClass().add("score-content");
        content.getChildren().addAll(left, table);
        getStyleClass().add("tab-content");
        getChildren().addAll(content, notice);
        model.scoreProperty().subscribe(this::show);
    }

    private void show(Load<ScoreCourse> load) {
        content.setVisible(false);
        switch (load) {
            case Load.Loading<ScoreCourse>() -> notice.show("Loading", "The labels are on their way.", true);
            case Load.Failed<ScoreCourse>(String why) -> notice.show("Not available", why, false);
            case Load.Ready<ScoreCourse>(ScoreCourse course) -> show(course);
        }
    }

    private void show(ScoreCourse course) {
        if (course.isEmpty()) {
            notice.show(
                    "Nothing is labelled yet",
                    "Say of alarms whether they were right, and F1, precision and recall appear here by week.",
                    false);
            return;
        }
        notice.setVisible(false);
        content.setVisible(true);
        chart.setPicture(course.chart());
        RealisedScore recent = course.recent();
        sentence.setText("30 days: " + course.basis()
                + (course.tooFew()
                        ? " (" + recent.judged() + " of " + course.fewest() + " answers that judge)"
                        : ", precision " + ScoreCourse.ratio(recent.precision()) + ", recall "
                                + ScoreCourse.ratio(recent.recall())));
        List<RealisedScore> newestFirst = course.weeks().reversed();
        if (!table.getItems().equals(newestFirst)) {
            table.getItems().setAll(newestFirst);
        }
    }

    private static String labelled(RealisedScore week) {
        return week.labelled() + " of " + week.alarms();
    }
}
