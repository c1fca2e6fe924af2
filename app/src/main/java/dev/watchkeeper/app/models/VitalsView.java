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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What matters of an asset's models in one line each; a click opens the section that tells more. */
final class VitalsView extends HBox {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final Vital score;
    private final Vital data;
    private final Vital leakage;
    private final Vital policy;

    VitalsView(ModelsViewModel model, Consumer<ModelsView.Section> onOpen) {
        getStyleClass().add("vitals");
        score = new Vital("F1 of the last 30 days", () -> onOpen.accept(ModelsView.Section.ANSWERS));
        data = new Vital("Sensor data", () -> onOpen.accept(ModelsView.Section.SENSORS));
        leakage = new Vital("Leakage", () -> onOpen.accept(ModelsView.Section.LEAKAGE));
        policy = new Vital("Retraining", () -> onOpen.accept(ModelsView.Section.POLICY));
        getChildren().addAll(score, data, leakage, policy);
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
            score.show(course.tooFew() ? "–" : ScoreCourse.ratio(course.recent().f1()), course.basis(), false);
        } else {
            score.show("", "", false);
        }
    }

    private void showFacts(Load<VersionFacts> load) {
        if (!(load instanceof Load.Ready<VersionFacts>(VersionFacts facts))) {
            data.show("", "", false);
            leakage.show("", "", false);
            return;
        }
        if (facts.version().isEmpty()) {
            data.show("–", "graded with the first version", false);
            leakage.show("–", "checked with the first version", false);
            return;
        }
        long little = facts.withLittleHistory();
        data.show(
                facts.gradeCounts(),
                little == 0 ? "14 days of history or more" : little + " with little history",
                false);
        var verdict = facts.version().get().leakage();
        leakage.show(
                verdict.isClean()
                        ? "None found"
                        : ModelWords.count(verdict.sentences().size(), "finding"),
                String.format(
                        Locale.ROOT, "%,d windows checked", verdict.checked().windows()),
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
                causes.isEmpty() ? "By hand" : "By itself",
                causes.isEmpty() ? "drift is proposed" : String.join(", ", causes),
                false);
    }

    /** One of them. */
    private static final class Vital extends Button {
        private final Label value = Panels.label("", "vital-value");
        private final Label detail = Panels.label("", "vital-detail");

        Vital(String title, Runnable onOpen) {
            getStyleClass().setAll("vital");
            value.setMinWidth(USE_PREF_SIZE);
            HBox below = new HBox(value, detail);
            below.getStyleClass().add("vital-line");
            setGraphic(new VBox(Panels.label(title, "vital-title"), below));
            setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(this, Priority.ALWAYS);
            setOnAction(event -> onOpen.run());
        }

        void show(String number, String words, boolean warns) {
            value.setText(number);
            detail.setText(words);
            value.pseudoClassStateChanged(WARNING, warns);
        }
    }
}
