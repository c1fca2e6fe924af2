package dev.watchkeeper.app.models;

import dev.watchkeeper.app.chart.CurveChart;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.engine.label.RealisedScore;
import java.util.List;
import java.util.OptionalDouble;
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
    private final VBox content = new VBox();
    private final Notice notice = new Notice();

    ScoreView(ModelsViewModel model, Formats formats) {
        chart = new CurveChart(formats.zone());
        HBox.setHgrow(chart, Priority.ALWAYS);
        table.setId("score-table");
        table.getColumns()
                .setAll(List.of(
                        Panels.column(
                                "Week of", 62, week -> formats.day(week.span().start())),
                        Panels.numbers("Alarms", 58, week -> String.valueOf(week.alarms())),
                        Panels.numbers("Labelled", 72, ScoreView::labelled),
                        Panels.explained(
                                Panels.numbers("Missed", 58, week -> String.valueOf(week.missed())),
                                "Spans labelled as anomaly that no alarm told of"),
                        Panels.numbers("F1", 42, week -> told(week, week.f1())),
                        Panels.numbers("Precision", 70, week -> told(week, week.precision())),
                        Panels.numbers("Recall", 56, week -> told(week, week.recall())),
                        Panels.explained(
                                Panels.numbers(
                                        "Delay",
                                        56,
                                        week -> week.medianDelay()
                                                .map(Formats::roughAge)
                                                .orElse("–")),
                                "From an alarm to its label, the median")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        content.getStyleClass().add("score-content");
        HBox below = new HBox(chart, table);
        below.getStyleClass().add("score-below");
        VBox.setVgrow(below, Priority.ALWAYS);
        content.getChildren().addAll(sentence, below);
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
        sentence.setText("Last 30 days: " + course.basis()
                + (course.tooFew()
                        ? " (" + recent.judged() + " of " + course.fewest() + " answers that judge)"
                        : ", precision " + ScoreCourse.ratio(recent.precision()) + ", recall "
                                + ScoreCourse.ratio(recent.recall())));
        List<RealisedScore> newestFirst = course.weeks().reversed();
        if (!table.getItems().equals(newestFirst)) {
            table.getItems().setAll(newestFirst);
        }
    }

    private static String told(RealisedScore week, OptionalDouble ratio) {
        return ScoreCourse.tells(week) ? ScoreCourse.ratio(ratio) : "–";
    }

    private static String labelled(RealisedScore week) {
        return week.labelled() + " of " + week.alarms();
    }
}
