package dev.watchkeeper.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Messages to this desktop, at the lower right; each stays until it is closed or three newer ones have come. */
final class ToastView extends VBox {
    private static final int MOST = 3;

    ToastView() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
    }

    /** @param onOpen leads to what the message is about; null where it leads nowhere */
    void show(String title, String text, @Nullable Runnable onOpen) {
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
        HBox top = new HBox(head);
        if (onOpen != null) {
            Button open = new Button("Open");
            open.getStyleClass().addAll("toast-close", "toast-open");
            open.setMinWidth(USE_PREF_SIZE);
            top.getChildren().add(open);
        }
        top.getChildren().add(close);
        top.getStyleClass().add("toast-head");
        VBox toast = new VBox(top, words);
        toast.getStyleClass().add("toast");
        close.setOnAction(event -> getChildren().remove(toast));
        if (onOpen != null) {
            ((Button) top.getChildren().get(1)).setOnAction(event -> {
                getChildren().remove(toast);
                onOpen.run();
            });
        }
        getChildren().add(toast);
        while (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
    }
}
