package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.live.PipelineStatus;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** At the right of the strip: how the pipeline does, how old the data is, and which profile this is. */
final class StatusView extends VBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Region pipelineSymbol = new Region();
    private final Label pipeline = new Label("Starting");
    private final Label rate = new Label();
    private final Tooltip pipelineSentence = new Tooltip();
    private final Label dataAge = new Label();
    private final Label profile = new Label();

    StatusView(boolean readOnly) {
        getStyleClass().add("status");
        pipelineSymbol.getStyleClass().setAll("pipeline-symbol", "starting");
        pipeline.setId("pipeline-state");
        rate.getStyleClass().add("detail");
        dataAge.setId("data-age");
        Label badge = new Label("READ-ONLY");
        badge.getStyleClass().add("read-only");
        badge.setTooltip(
                new Tooltip(
                        "Only looked at: nothing is changed from here. Handle alarms in the Watchkeeper that runs this plant."));
        badge.setVisible(readOnly);
        badge.setManaged(readOnly);
        HBox first = line(pipelineSymbol, pipeline, rate);
        Tooltip.install(first, pipelineSentence);
        getChildren().addAll(first, line(icon("clock"), dataAge), line(icon("profile"), profile, badge));
    }

    void show(ShellViewModel.Strip strip) {
        dataAge.setText(strip.dataAge().isEmpty() ? "No data yet" : "Data " + strip.dataAge() + " old");
        dataAge.pseudoClassStateChanged(STALE, strip.stale());
        strip.pipeline().ifPresent(this::show);
    }

    private void show(PipelineStatus status) {
        String styleClass = status.state().name().toLowerCase(Locale.ROOT);
        if (!pipelineSymbol.getStyleClass().contains(styleClass)) {
            pipelineSymbol.getStyleClass().setAll("pipeline-symbol", styleClass);
        }
        pipeline.setText(Words.of(status.state()));
        rate.setText(
                status.state() == PipelineStatus.State.RUNNING
                        ? String.format(Locale.ROOT, "%,.0f readings/s", status.readingsPerSecond())
                        : "");
        pipelineSentence.setText(status.message());
        profile.setText(status.profile());
    }

    private static Region icon(String styleClass) {
        Region icon = new Region();
        icon.getStyleClass().addAll("status-icon", styleClass);
        return icon;
    }

    private static HBox line(javafx.scene.Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("strip-line");
        return line;
    }
}
