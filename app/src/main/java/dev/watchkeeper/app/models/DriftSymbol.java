package dev.watchkeeper.app.models;

import dev.watchkeeper.engine.drift.DriftStage;
import java.util.Locale;
import javafx.scene.layout.Region;

/** The symbol of drift: a curve that leaves its band, filled when it drifts; a faint dot while all is as in training. */
final class DriftSymbol extends Region {
    DriftSymbol() {
        show(DriftStage.STEADY);
    }

    void show(DriftStage stage) {
        getStyleClass().setAll("drift-symbol", stage.name().toLowerCase(Locale.ROOT));
        setAccessibleText(ModelWords.of(stage));
    }
}
