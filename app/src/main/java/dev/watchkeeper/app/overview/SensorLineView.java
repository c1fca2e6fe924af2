package dev.watchkeeper.app.overview;

import dev.watchkeeper.app.screen.DeviceSymbol;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.PrioritySymbol;
import dev.watchkeeper.engine.live.DeviceState;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** One sensor in a tile: device, name, course, value against its band, value. */
final class SensorLineView extends HBox {
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");

    private final DeviceSymbol device;
    private final Label name = new Label();
    private final Tooltip whole = new Tooltip();
    private final Sparkline sparkline = new Sparkline();
    private final BandBar band = new BandBar();
    private final Label silence = new Label();
    private final Label value = new Label();
    private final Label unit = new Label();
    private Optional<dev.watchkeeper.engine.alarm.Priority> alarm = Optional.empty();

    SensorLineView(DeviceSymbol device) {
        this.device = device;
        getStyleClass().add("sensor-line");
        name.getStyleClass().add("name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(whole);
        setHgrow(name, Priority.ALWAYS);
        silence.getStyleClass().add("silence");
        value.getStyleClass().add("value");
        unit.getStyleClass().add("unit");
        StackPane cell = new StackPane(band, silence);
        cell.getStyleClass().add("band-cell");
        getChildren().addAll(device, name, sparkline, cell, value, unit);
    }

    void show(Overview.SensorLine line) {
        device.show(line.device());
        name.setText(line.sensor().label());
        whole.setText(line.sensor().label() + "\n" + line.sensor().id());
        sparkline.show(line.spark(), line.expectedHigh() - line.expectedLow());
        boolean told = line.silence().isEmpty();
        band.show(told ? line.value() : Double.NaN, line.expectedLow(), line.expectedHigh());
        silence.setText(line.silence());
        value.setText(Formats.value(line.value()));
        unit.setText(line.sensor().unit().symbol());
        pseudoClassStateChanged(OUTSIDE, line.outside());
        pseudoClassStateChanged(SILENT, line.device() == DeviceState.FAILURE);
        mark(line.alarm());
        setAccessibleText(String.format(
                Locale.ROOT, "%s %s %s %s", name.getText(), value.getText(), unit.getText(), line.silence()));
    }

    private void mark(Optional<dev.watchkeeper.engine.alarm.Priority> next) {
        if (!next.equals(alarm)) {
            alarm = next;
            getStyleClass().setAll("sensor-line");
            next.ifPresent(priority -> getStyleClass().add("alarm-" + PrioritySymbol.styleClass(priority)));
        }
    }
}
