package dev.watchkeeper.app.screen;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Lies over a screen and holds one small popup beside the button that asked for it; a click elsewhere or Escape closes it. Part of
 * the scene, so it follows the theme and is in pictures of the screen. FX application thread only.
 */
public final class PopupLayer extends Pane {
    private static final double GAP = 4;

    private @Nullable Node beside;
    private @Nullable Region popup;

    public PopupLayer() {
        getStyleClass().add("popup-layer");
        setVisible(false);
        setOnMousePressed(event -> {
            close();
            event.consume();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** Shows a popup in the place of the one before. */
    public void show(Region content, Node next) {
        if (!content.getStyleClass().contains("screen-popup")) {
            content.getStyleClass().add("screen-popup");
        }
        content.setOnMousePressed(javafx.event.Event::consume);
        popup = content;
        beside = next;
        getChildren().setAll(content);
        setVisible(true);
        requestLayout();
    }

    public void close() {
        popup = null;
        beside = null;
        getChildren().clear();
        setVisible(false);
    }

    public boolean isOpen() {
        return popup != null;
    }

    @Override
    protected void layoutChildren() {
        Region content = popup;
        Node anchor = beside;
        if (content == null || anchor == null) {
            return;
        }
        double width = Math.min(content.prefWidth(-1), getWidth());
        double height = Math.min(content.prefHeight(width), getHeight());
        Bounds at = sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
        double x = Math.clamp(at.getMaxX() - width, 0, Math.max(0, getWidth() - width));
        boolean below = at.getMaxY() + GAP + height <= getHeight();
        double y = below ? at.getMaxY() + GAP : Math.max(0, at.getMinY() - GAP - height);
        content.resizeRelocate(Math.rint(x), Math.rint(y), Math.ceil(width), Math.ceil(height));
    }
}
