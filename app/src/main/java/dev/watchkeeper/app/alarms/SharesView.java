package dev.watchkeeper.app.alarms;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The sensors' shares in a score as bars, the largest above. */
final class SharesView extends GridPane {
    private static final int MOST = 6;

    SharesView() {
        getStyleClass().add("shares");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(name, bar, number);
    }

    void show(List<AlarmDetail.Share> shares) {
        getChildren().clear();
        for (int i = 0; i < Math.min(MOST, shares.size()); i++) {
            AlarmDetail.Share share = shares.get(i);
            add(new Label(share.label()), 0, i);
            add(new Bar(share.share()), 1, i);
            add(new Label(String.format(Locale.ROOT, "%.0f %%", 100 * share.share())), 2, i);
        }
    }

    private static final class Bar extends Region {
        private final Region filled = new Region();
        private final double share;

        Bar(double share) {
            this.share = share;
            getStyleClass().add("share-bar");
            filled.getStyleClass().add("filled");
            getChildren().add(filled);
        }

        @Override
        protected void layoutChildren() {
            filled.resizeRelocate(0, 0, Math.rint(Math.max(1, getWidth() * share)), getHeight());
        }
    }
}
