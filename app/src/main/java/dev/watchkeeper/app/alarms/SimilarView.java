package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.LabelSymbol;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.label.SimilarAlarm;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Earlier alarms that are like the one shown, each with what it was said to be; a click leads there. */
final class SimilarView extends VBox {
    private final Formats formats;
    private final Consumer<AlarmId> onSelect;
    private List<SimilarAlarm> shown = List.of();

    SimilarView(Formats formats, Consumer<AlarmId> onSelect) {
        this.formats = formats;
        this.onSelect = onSelect;
        getStyleClass().add("similar");
    }

    void show(List<SimilarAlarm> similar, Instant now) {
        if (similar.equals(shown) && !getChildren().isEmpty()) {
            return;
        }
        shown = similar;
        if (similar.isEmpty()) {
            Label none = new Label("None in the last year.");
            none.getStyleClass().add("evidence-words");
            getChildren().setAll(none);
        } else {
            getChildren().setAll(similar.stream().map(one -> line(one, now)).toList());
        }
    }

    private VBox line(SimilarAlarm one, Instant now) {
        Label message = new Label(one.alarm().message());
        message.getStyleClass().add("evidence-words");
        message.setTooltip(new Tooltip(one.alarm().message()));
        LabelSymbol symbol = new LabelSymbol();
        one.label().ifPresent(symbol::show);
        symbol.setManaged(one.label().isPresent());
        Label answer = new Label(one.label().map(Words::of).orElse("Not labelled"));
        answer.getStyleClass().add("hint");
        Label when = new Label(formats.time(one.alarm().openedAt(), now));
        when.getStyleClass().add("hint");
        Label similarity = new Label(String.format(Locale.ROOT, "%.0f %% alike", 100 * one.similarity()));
        similarity.getStyleClass().add("hint");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox facts = new HBox(when, symbol, answer, space, similarity);
        facts.getStyleClass().add("similar-facts");
        VBox line = new VBox(message, facts);
        line.getStyleClass().add("similar-alarm");
        line.setOnMouseClicked(event -> onSelect.accept(one.alarm().id()));
        return line;
    }
}
