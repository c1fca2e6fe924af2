package dev.watchkeeper.app.screen;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What stands in place of data while there is none: a heading, a sentence, and a bar while something is under way. */
public final class Notice extends VBox {
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final ProgressBar bar = new ProgressBar();

    public Notice() {
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER);
        title.getStyleClass().add("notice-title");
        sentence.getStyleClass().add("notice-sentence");
        sentence.setWrapText(true);
        getChildren().addAll(title, sentence, bar);
    }

    /**
     * Shows itself with these words.
     *
     * @param busy whether what is missing is on its way
     */
    public void show(String heading, String text, boolean busy) {
        title.setText(heading);
        sentence.setText(text);
        bar.setVisible(busy);
        bar.setManaged(busy);
        setVisible(true);
    }
}
