package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.leakage.LeakageReport;
import dev.watchkeeper.engine.model.split.TimeSplit;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Whether a version was told what it could not have known: how its history was cut, what was looked at, the verdict. */
final class LeakageView extends StackPane {
    private final Formats formats;
    private final InstantSource clock;
    private final VBox verdict = new VBox();
    private final GridPane parts = new GridPane();
    private final GridPane checked = new GridPane();
    private final HBox content;
    private final Notice notice = new Notice();

    LeakageView(ModelsViewModel model, Formats formats, InstantSource clock) {
        this.formats = formats;
        this.clock = clock;
        getStyleClass().add("tab-content");
        verdict.getStyleClass().add("verdict");
        parts.getStyleClass().add("facts-grid");
        checked.getStyleClass().add("facts-grid");
        ScrollPane scroll = new ScrollPane(verdict);
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        content = new HBox(
                scroll,
                new VBox(Panels.head("How the history was cut"), parts),
                new VBox(Panels.head("What was looked at"), checked));
        content.getChildren().stream().skip(1).forEach(node -> ((Region) node).setMinWidth(USE_PREF_SIZE));
        content.getStyleClass().add("leakage-content");
        getChildren().addAll(content, notice);
        model.factsProperty().subscribe(this::show);
    }

    private void show(Load<VersionFacts> load) {
        content.setVisible(false);
        switch (load) {
            case Load.Loading<VersionFacts>() -> notice.show("Loading", "The report is on its way.", true);
            case Load.Failed<VersionFacts>(String why) -> notice.show("Not available", why, false);
            case Load.Ready<VersionFacts>(VersionFacts facts) ->
                facts.version()
                        .ifPresentOrElse(
                                this::show,
                                () -> notice.show(
                                        "No report yet", "Each training is checked for leakage as it is done.", false));
        }
    }

    private void show(ModelVersion version) {
        notice.setVisible(false);
        content.setVisible(true);
        Instant now = clock.instant();
        List<Node> lines = new ArrayList<>();
        Label heading = Panels.label(
                version.leakage().isClean()
                        ? "Version " + version.number() + ": no leakage found"
                        : "Version " + version.number() + ": leakage found",
                "verdict-title");
        lines.add(heading);
        if (version.leakage().isClean()) {
            lines.add(
                    wrapped("Validation and test hold nothing that training has seen: windows do not overlap, purge gap"
                            + " and embargo are kept, whatever was fitted was fitted on the training part alone, and labels"
                            + " were known at their time."));
        }
        version.leakage().sentences().forEach(sentence -> lines.add(wrapped(formats.localized(sentence, now))));
        verdict.getChildren().setAll(lines);
        showParts(version.split(), now);
        showChecked(version.leakage().checked());
    }

    private void showParts(TimeSplit split, Instant now) {
        parts.getChildren().clear();
        part(0, "Training", split.train(), now);
        part(1, "Validation", split.validation(), now);
        part(2, "Test", split.test(), now);
        parts.add(fixed(Panels.label("Between them", "hint")), 0, 3);
        parts.add(
                fixed(new Label("embargo " + length(split.gap().embargo()) + ", purge gap "
                        + length(split.gap().purge()))),
                1,
                3,
                2,
                1);
    }

    private void part(int row, String name, TimeSpan span, Instant now) {
        parts.add(fixed(Panels.label(name, "hint")), 0, row);
        parts.add(fixed(new Label(formats.time(span.start(), now) + " – " + formats.time(span.end(), now))), 1, row);
        parts.add(fixed(new Label(length(span.length()))), 2, row);
    }

    private void showChecked(LeakageReport.Checked counts) {
        checked.getChildren().clear();
        check(0, "Windows", counts.windows());
        check(1, "Stretches of readings", counts.readings());
        check(2, "Fitted parts and scalers", counts.fitted());
        check(3, "Labels", counts.labels());
        check(4, "Groups of assets", counts.groups());
    }

    private void check(int row, String name, int number) {
        checked.add(fixed(Panels.label(name, "hint")), 0, row);
        Label count = fixed(Panels.label(ModelWords.number(number), "number"));
        count.setMaxWidth(Double.MAX_VALUE);
        checked.add(count, 1, row);
    }

    private static String length(Duration length) {
        return length.isZero() ? "none" : Formats.age(length);
    }

    private static Label fixed(Label label) {
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
