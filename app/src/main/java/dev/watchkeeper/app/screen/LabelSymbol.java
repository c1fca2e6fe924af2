package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.label.LabelKind;
import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The symbol of a label: a tick, a cross, a spanner or a question mark, in the colour of text. */
public final class LabelSymbol extends StackPane {
    private final Region shape = new Region();

    public LabelSymbol() {
        getStyleClass().add("label-symbol");
        shape.getStyleClass().add("shape");
        getChildren().add(shape);
        setVisible(false);
    }

    public LabelSymbol(LabelKind kind) {
        this();
        show(kind);
    }

    public void show(LabelKind kind) {
        setVisible(true);
        getStyleClass().setAll("label-symbol", styleClass(kind));
        setAccessibleText(Words.of(kind));
    }

    /** Shows nothing, in the same room. */
    public void clear() {
        setVisible(false);
    }

    /** The name of a kind in style classes and ids, such as {@code not-an-anomaly}. */
    public static String styleClass(LabelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
