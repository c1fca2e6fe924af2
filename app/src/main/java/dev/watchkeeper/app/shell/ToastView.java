package dev.watchkeeper.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Messages to this desktop, at the lower right; each stays until it is closed or three newer ones have come. */
final class ToastView extends VBox {
    private static final int MOST = 3;

    ToastView() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
    }

    void show(String title, String text) {
        Label head = new Label(title);
        head.getStyleClass().add("popup-title");
        head.setWrapText(true);
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        Button close = new Button("Close");
        close.getStyleClass().add("toast-close");
        close.setMinWidth(USE_PREF_SIZE);
        Label words = new Label(text);
        words.getStyleClass().add("popup-message");
        words.setWrapText(true);
        VBox toast = new VBox(new HBox(head, close), words);
        toast.getStyleClass().add("toast");
        close.setOnAction(event -> getChildren().remove(toast));
        getChildren().add(toast);
        while (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
    }
}
