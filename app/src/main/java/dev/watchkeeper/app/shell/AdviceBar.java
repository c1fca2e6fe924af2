package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.models.ModelAdvice;
import dev.watchkeeper.app.screen.Navigator;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Below the strip, only while there is one: a training that is advised, with the way to it. */
final class AdviceBar extends HBox {
    private static final PseudoClass DRIFTING = PseudoClass.getPseudoClass("drifting");

    private final AdviceViewModel model;
    private final Navigator navigator;
    private final ObservableBooleanValue hidden;
    private final Region symbol = new Region();
    private final Label sentence = new Label();
    private final Label more = new Label();
    private final Button open = new Button("Open model");
    private final Button later = new Button("Not now");

    /** @param hidden whether the screen that is seen tells of it itself */
    AdviceBar(AdviceViewModel model, Navigator navigator, ObservableBooleanValue hidden) {
        this.model = model;
        this.navigator = navigator;
        this.hidden = hidden;
        getStyleClass().add("advice-bar");
        symbol.getStyleClass().setAll("drift-symbol", "drifting");
        more.getStyleClass().add("hint");
        open.setId("advice-open");
        later.setId("advice-later");
        for (Region fixed : new Region[] {more, open, later}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(symbol, sentence, more, space, open, later);
        model.adviceProperty().subscribe(advice -> show());
        hidden.subscribe(on -> show());
    }

    private void show() {
        AdviceViewModel.Advice advice = model.adviceProperty().get();
        ModelAdvice first = advice.firstOrNull();
        boolean shown = first != null && !hidden.get();
        setVisible(shown);
        setManaged(shown);
        if (first != null) {
            pseudoClassStateChanged(DRIFTING, first.drifting());
            sentence.setText(first.sentence());
            sentence.setTooltip(new Tooltip(first.sentence()));
            more.setText(advice.more() == 0 ? "" : "and " + advice.more() + " more");
            open.setOnAction(event -> navigator.openModel(first.asset()));
            later.setOnAction(event -> model.putOff(first));
        }
    }
}
