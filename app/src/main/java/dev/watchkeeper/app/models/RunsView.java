package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Notice;
import java.time.InstantSource;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The trainings of an asset, and beside them those that are selected. */
final class RunsView extends StackPane {
    /** Of the files that versions travel in. */
    static final String EXTENSION = ".wkmodel";

    /** From this width on a table with all columns stands beside a comparison. */
    private static final double ROOMY = 1_300;

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final RunTable table;
    private final Label mirror = Panels.label("", "hint");
    private final HBox content;
    private final Notice notice = new Notice();

    RunsView(ModelsViewModel model, Formats formats, InstantSource clock, Desktop desktop) {
        getStyleClass().add("tab-content");
        table = new RunTable(formats, clock, model.runs()::select);
        Label hint = Panels.label("Select a run to see all of it, two or more to compare them.", "hint");
        mirror.tooltipProperty()
                .bind(Bindings.createObjectBinding(() -> new Tooltip(mirror.getText()), mirror.textProperty()));
        HBox foot = new HBox(hint, Panels.space(), mirror);
        foot.getStyleClass().add("run-foot");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox left = new VBox(table, foot);
        HBox.setHgrow(left, Priority.ALWAYS);
        content = new HBox(left, new RunDetailView(model, formats, desktop.save(), desktop.browser()));
        content.getStyleClass().add("runs");
        getChildren().addAll(content, notice);
        model.runs().runsProperty().subscribe(this::show);
        model.runs().selectedProperty().subscribe(rows -> {
            makeRoom(rows.size());
            Panels.show(hint, rows.isEmpty());
        });
        widthProperty()
                .subscribe(
                        width -> makeRoom(model.runs().selectedProperty().get().size()));
    }

    private void makeRoom(int selected) {
        boolean roomy = getWidth() >= ROOMY;
        table.makeRoom(roomy || selected == 0, !roomy && selected > 1);
    }

    private void show(Load<RunsViewModel.Runs> load) {
        content.setVisible(false);
        switch (load) {
            case Load.Loading<RunsViewModel.Runs>() -> {
                table.getSelectionModel().clearSelection();
                notice.show("Loading", "The runs are on their way.", true);
            }
            case Load.Failed<RunsViewModel.Runs>(String why) -> notice.show("Not available", why, false);
            case Load.Ready<RunsViewModel.Runs>(RunsViewModel.Runs runs) -> show(runs);
        }
    }

    private void show(RunsViewModel.Runs runs) {
        if (runs.rows().isEmpty()) {
            notice.show("No runs yet", "Each training is kept here with its parameters and metrics.", false);
            return;
        }
        notice.setVisible(false);
        content.setVisible(true);
        table.show(runs.rows());
        mirror.setText(runs.mirror());
        mirror.pseudoClassStateChanged(WARNING, runs.troubled());
    }
}
