package dev.watchkeeper.app.overview;

import dev.watchkeeper.app.screen.DeviceSymbol;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.engine.live.DeviceState;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Beside the tiles: alarm load, largest deviations, and how many devices are in which state. */
final class SidePanel extends VBox {
    private final Navigator navigator;
    private final Label now = new Label("0");
    private final Label verdict = new Label();
    private final AlarmLoadView load = new AlarmLoadView();
    private final VBox deviations = new VBox();
    private final Map<DeviceState, Label> devices = new EnumMap<>(DeviceState.class);

    SidePanel(Symbols symbols, Navigator navigator) {
        this.navigator = navigator;
        getStyleClass().add("side-panel");
        now.getStyleClass().add("big-number");
        verdict.getStyleClass().add("hint");
        verdict.setWrapText(true);
        HBox head = new HBox(now, verdict);
        head.getStyleClass().add("big-line");
        HBox axis = new HBox(hint("2 h ago"), space(), hint("now"));
        deviations.getStyleClass().add("deviations");
        getChildren()
                .addAll(
                        section("Alarms per 10 min", head, load, axis),
                        section("Largest deviations", deviations),
                        section("Devices (NE 107)", deviceLines(symbols)));
    }

    void show(Overview overview) {
        int newest = overview.load().isEmpty() ? 0 : overview.load().getLast();
        now.setText(String.valueOf(newest));
        verdict.setText(verdict(newest));
        load.show(overview.load());
        deviations
                .getChildren()
                .setAll(
                        overview.deviations().isEmpty()
                                ? List.of(wrapped("Every value is within its expected band."))
                                : overview.deviations().stream()
                                        .map(this::deviation)
                                        .toList());
        overview.devices().forEach((state, count) -> {
            Label label = devices.get(state);
            if (label != null) {
                label.setText(String.valueOf(count));
            }
        });
    }

    private static String verdict(int alarms) {
        if (alarms > AlarmLoadView.FLOOD) {
            return "in the last 10 min: a flood.\nBegin with each first out.";
        }
        return alarms <= AlarmLoadView.ACCEPTABLE
                ? "in the last 10 min.\nAcceptable."
                : "in the last 10 min.\nBusy: more than 1.";
    }

    private Node deviation(Overview.Deviation deviation) {
        Label name = new Label(deviation.sensor().label());
        name.getStyleClass().add("deviation-name");
        Label value =
                new Label(Formats.value(deviation.value(), deviation.sensor().unit()));
        value.getStyleClass().add("deviation-value");
        Label words = wrapped(deviation.asset() + ": " + deviation.words());
        VBox box = new VBox(new HBox(name, space(), value), words);
        box.getStyleClass().add("deviation");
        box.setOnMouseClicked(
                event -> navigator.openTrends(List.of(deviation.sensor().id())));
        return box;
    }

    private VBox deviceLines(Symbols symbols) {
        VBox lines = new VBox();
        lines.getStyleClass().add("device-lines");
        for (DeviceState state : List.of(
                DeviceState.FAILURE,
                DeviceState.FUNCTION_CHECK,
                DeviceState.OUT_OF_SPECIFICATION,
                DeviceState.MAINTENANCE_REQUIRED,
                DeviceState.GOOD)) {
            DeviceSymbol symbol = symbols.device();
            symbol.show(state);
            Label count = new Label("0");
            count.getStyleClass().add("device-count");
            devices.put(state, count);
            HBox line = new HBox(symbol, new Label(name(state)), space(), count);
            line.getStyleClass().add("device-line");
            lines.getChildren().add(line);
        }
        return lines;
    }

    private static String name(DeviceState state) {
        String words = state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Label hint(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hint");
        return label;
    }

    private static Label wrapped(String text) {
        Label label = hint(text);
        label.setWrapText(true);
        return label;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static VBox section(String title, Node... content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox section = new VBox(heading);
        section.getStyleClass().add("section");
        section.getChildren().addAll(content);
        return section;
    }
}
