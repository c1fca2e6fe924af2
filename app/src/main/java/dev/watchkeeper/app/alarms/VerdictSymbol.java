package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.kpi.Verdict;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A verdict as a shape: a tick, a triangle, a filled square with a bar, or a dash; grey as long as nothing is to do. */
final class VerdictSymbol extends StackPane {
    VerdictSymbol(Verdict verdict) {
        getStyleClass()
                .addAll(
                        "verdict-symbol",
                        verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Region shape = new Region();
        shape.getStyleClass().add("shape");
        getChildren().add(shape);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(verdict.label());
    }
}
