package dev.watchkeeper.app.trends;

import dev.watchkeeper.app.chart.LabelMark;
import dev.watchkeeper.app.chart.LimitMark;
import dev.watchkeeper.app.chart.TrendChart;
import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.app.chart.TrendSteering;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.signal.Sensor;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Trends: picker at the left, tools above, lanes below. */
final class TrendsView extends BorderPane {
    private static final PseudoClass FOLLOWING = PseudoClass.getPseudoClass("following");

    private final TrendsViewModel model;
    private final LimitDrafts drafts;
    private final TrendExport export;
    private final DateTimeFormatter format;
    private final TrendChart chart;
    private final Button live = new Button("Live");
    private final Label span = new Label();
    private final Label outcome = new Label();
    private final LabelRow labelRow;
    private final Notice notice = new Notice();
    private final Map<Length, ToggleButton> lengths = new EnumMap<>(Length.class);

    /** The lengths that have a button. */
    private enum Length {
        FIVE_MINUTES("5 min", Duration.ofMinutes(5)),
        HALF_HOUR("30 min", Duration.ofMinutes(30)),
        TWO_HOURS("2 h", Duration.ofHours(2)),
        DAY("1 d", Duration.ofDays(1));

        private final String label;
        private final Duration duration;

        Length(String label, Duration duration) {
            this.label = label;
            this.duration = duration;
        }
    }

    TrendsView(
            TrendsViewModel model,
            LimitDrafts drafts,
            TrendExport export,
            Navigator navigator,
            Formats formats,
            InstantSource clock) {
        this.model = model;
        ZoneId zone = formats.zone();
        labelRow = new LabelRow(model, formats, clock);
        this.drafts = drafts;
        this.export = export;
        format = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(zone);
        chart = new TrendChart(
                zone, TrendChart.USUAL_HEADERS, model.pictureProperty().get(), new Steering(navigator));
        chart.setId("trend-chart");
        getStyleClass().add("trends");
        BorderPane middle = new BorderPane(new StackPane(chart, notice));
        middle.setTop(new VBox(toolbar(navigator), labelRow));
        middle.getStyleClass().add("trend-area");
        setLeft(new SensorPicker(model));
        setCenter(middle);
        chart.plotWidthProperty().subscribe(width -> model.setColumns(width.intValue()));
        model.pictureProperty().subscribe(this::show);
        model.viewportProperty().subscribe(this::show);
        model.problemProperty().subscribe(text -> outcome.setText(text));
        export.outcomeProperty().subscribe(text -> outcome.setText(text));
    }

    boolean drawn() {
        return chart.showsValues();
    }

    private FlowPane toolbar(Navigator navigator) {
        live.setId("trend-live");
        live.getStyleClass().add("live");
        live.setTooltip(new Tooltip("Follow the present (L)"));
        live.setOnAction(event -> model.follow());
        span.getStyleClass().add("span");
        outcome.getStyleClass().add("hint");
        Button ask = new Button("Ask");
        ask.setId("trend-ask");
        ask.setTooltip(new Tooltip("Ask the assistant about this span"));
        ask.setOnAction(event -> navigator.ask(
                List.copyOf(model.chosen()), model.viewportProperty().get().span()));
        FlowPane bar = new FlowPane(live, lengthButtons(), span, ask, laneButtons(), exportButtons(), outcome);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private HBox lengthButtons() {
        HBox box = new HBox();
        box.getStyleClass().add("button-group");
        for (Length length : Length.values()) {
            ToggleButton button = new ToggleButton(length.label);
            button.setId("trend-" + length.label.replace(" ", "-"));
            button.setOnAction(event -> {
                model.showNewest(length.duration);
                show(model.viewportProperty().get());
            });
            lengths.put(length, button);
            box.getChildren().add(button);
        }
        Button all = new Button("All");
        all.setId("trend-all");
        all.setOnAction(event -> model.showAll());
        box.getChildren().add(all);
        return box;
    }

    private HBox laneButtons() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton perSensor = lane("Lane per sensor", LaneMode.PER_SENSOR, group);
        ToggleButton perUnit = lane("Lane per unit", LaneMode.PER_UNIT, group);
        model.laneModeProperty().subscribe(mode -> {
            perSensor.setSelected(mode == LaneMode.PER_SENSOR);
            perUnit.setSelected(mode == LaneMode.PER_UNIT);
        });
        HBox box = new HBox(perSensor, perUnit);
        box.getStyleClass().add("button-group");
        return box;
    }

    private ToggleButton lane(String label, LaneMode mode, ToggleGroup group) {
        ToggleButton button = new ToggleButton(label);
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.laneModeProperty().set(mode);
        });
        return button;
    }

    private HBox exportButtons() {
        Button png = new Button("PNG");
        png.setId("trend-png");
        png.setTooltip(new Tooltip("Save what is shown as a picture"));
        png.setOnAction(event -> export.savePng(chart.snapshot(null, null)));
        Button csv = new Button("CSV");
        csv.setId("trend-csv");
        csv.setTooltip(new Tooltip("Save the readings of what is shown"));
        csv.setOnAction(event -> export.saveCsv(
                List.copyOf(model.chosen()), model.viewportProperty().get().span()));
        HBox box = new HBox(png, csv);
        box.getStyleClass().add("button-group");
        return box;
    }

    private void show(TrendPicture picture) {
        chart.setPicture(picture);
        if (picture.hasValues()) {
            notice.setVisible(false);
        } else if (model.tree().isEmpty()) {
            notice.show("No sensors yet", "Sensors appear at the left as soon as their first readings arrive.", true);
        } else if (!model.loaded()) {
            notice.show("Loading", "The readings are on their way.", true);
        } else if (model.chosen().isEmpty()) {
            notice.show("No sensor chosen", "Check sensors at the left to see them here.", false);
        } else {
            notice.show(
                    "No readings",
                    "These sensors have none in this stretch of time. Zoom out or go back to Live.",
                    false);
        }
    }

    private void show(Viewport viewport) {
        live.pseudoClassStateChanged(FOLLOWING, viewport.live());
        live.setText(viewport.live() ? "Live" : "Go live");
        span.setText(format.format(viewport.span().start()) + " – "
                + (viewport.live() ? "now" : format.format(viewport.span().end())));
        lengths.forEach((length, button) ->
                button.setSelected(viewport.live() && viewport.lengthMillis() == length.duration.toMillis()));
    }

    private final class Steering implements TrendSteering {
        private final Navigator navigator;

        Steering(Navigator navigator) {
            this.navigator = navigator;
        }

        @Override
        public void pan(long byMillis) {
            model.pan(byMillis);
        }

        @Override
        public void zoom(double factor, long anchorMillis) {
            model.zoom(factor, anchorMillis);
        }

        @Override
        public void follow() {
            model.follow();
        }

        @Override
        public void open(AlarmId alarm) {
            navigator.openAlarm(alarm);
        }

        @Override
        public void select(long oneMillis, long otherMillis) {
            model.labels().pick(oneMillis, otherMillis);
        }

        @Override
        public void select(LabelMark label) {
            model.labels().pick(label.label());
        }

        @Override
        public void deselect() {
            model.labels().pickNothing();
        }

        @Override
        public void label(LabelKind kind) {
            labelRow.label(kind);
        }

        @Override
        public boolean setsLimits() {
            return true;
        }

        @Override
        public void newLimit(Sensor sensor, double value) {
            navigator.openRule(drafts.fresh(model.pictureProperty().get(), sensor, value));
        }

        @Override
        public void moveLimit(LimitMark limit, double value) {
            drafts.moved(limit, value).ifPresent(navigator::openRule);
        }

        @Override
        public void menu(double screenX, double screenY) {
            labelRow.menu().show(chart, screenX, screenY);
        }
    }
}
