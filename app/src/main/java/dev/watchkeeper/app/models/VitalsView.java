package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.engine.model.desk.RetrainPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What matters of an asset's models in one line each; a click opens the section that tells more. */
final class VitalsView extends GridPane {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private static final double[] SHARES = {28, 24, 24, 24};

    private final Vital score;
    private final Vital data;
    private final Vital leakage;
    private final Vital policy;

    VitalsView(ModelsViewModel model, Consumer<ModelsView.Section> onOpen) {
        getStyleClass().add("vitals");
        score = new Vital(() -> onOpen.accept(ModelsView.Section.ANSWERS));
        data = new Vital(() -> onOpen.accept(ModelsView.Section.SENSORS));
        leakage = new Vital(() -> onOpen.accept(ModelsView.Section.LEAKAGE));
        policy = new Vital(() -> onOpen.accept(ModelsView.Section.POLICY));
        addRow(0, score, data, leakage, policy);
        for (double share : SHARES) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            getColumnConstraints().add(column);
        }
        model.scoreProperty().subscribe(this::showScore);
        model.factsProperty().subscribe(this::showFacts);
        model.currentProperty().subscribe(row -> {
            if (row != null) {
                show(row.card().policy());
            }
        });
    }

    private void showScore(Load<ScoreCourse> load) {
        if (load instanceof Load.Ready<ScoreCourse>(ScoreCourse course)) {
            score.show(
                    "F1, 30 days: " + course.coverage(),
                    course.tooFew() ? "–" : ScoreCourse.ratio(course.recent().f1()),
                    course.weight(),
                    false);
        } else {
            score.show("F1 of 30 days", "", "", false);
        }
    }

    private void showFacts(Load<VersionFacts> load) {
        if (!(load instanceof Load.Ready<VersionFacts>(VersionFacts facts))) {
            data.show("Sensor data", "", "", false);
            leakage.show("Leakage", "", "", false);
            return;
        }
        if (facts.version().isEmpty()) {
            data.show("Sensor data", "–", "graded with a version", false);
            leakage.show("Leakage", "–", "checked with a version", false);
            return;
        }
        long little = facts.withLittleHistory();
        data.show(
                little == 0 ? "Sensor data, 14 days or more" : "Sensor data, " + little + " with under 14 days",
                facts.gradeCounts(),
                "",
                false);
        var verdict = facts.version().get().leakage();
        leakage.show(
                "Leakage, " + ModelWords.number(verdict.checked().windows()) + " windows checked",
                verdict.isClean()
                        ? "None found"
                        : ModelWords.count(verdict.sentences().size(), "finding"),
                "",
                !verdict.isClean());
    }

    private void show(RetrainPolicy now) {
        List<String> causes = new ArrayList<>();
        if (now.onDrift()) {
            causes.add("on drift");
        }
        if (now.onScore()) {
            causes.add(String.format(Locale.ROOT, "F1 < %.2f", now.f1Limit()));
        }
        if (now.onSchedule()) {
            causes.add("every " + now.every().toDays() + " d");
        }
        policy.show(
                "Retraining",
                causes.isEmpty() ? "By hand" : "By itself",
                causes.isEmpty() ? "advised on drift" : String.join(", ", causes),
                false);
    }

    /** One of them. */
    private static final class Vital extends Button {
        private final Label title = Panels.label("", "vital-title");
        private final Label value = Panels.label("", "vital-value");
        private final Label detail = Panels.label("", "vital-detail");

        Vital(Runnable onOpen) {
            getStyleClass().setAll("vital");
            value.setMinWidth(USE_PREF_SIZE);
            HBox below = new HBox(value, detail);
            below.getStyleClass().add("vital-line");
            setGraphic(new VBox(title, below));
            setMaxWidth(Double.MAX_VALUE);
            setOnAction(event -> onOpen.run());
        }

        void show(String caption, String number, String words, boolean warns) {
            title.setText(caption);
            value.setText(number);
            detail.setText(words);
            value.pseudoClassStateChanged(WARNING, warns);
        }
    }
}
