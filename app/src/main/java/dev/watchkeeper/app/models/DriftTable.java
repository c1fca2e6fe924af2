package dev.watchkeeper.app.models;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;

/** The sensors of an asset and their features, the worst first; those that drift are unfolded. */
final class DriftTable extends TreeTableView<DriftRow> {
    private static final PseudoClass DRIFTING = PseudoClass.getPseudoClass("drifting");

    private static final String NAMES = "Sensor and feature";
    private static final String LEVELS = "Training → now";
    private static final String CHANGE = "Change";
    /** From this width on there is room for whole words and units. */
    private static final double WIDE = 700;

    private final TreeItem<DriftRow> top = new TreeItem<>();
    private final Map<SensorId, Boolean> unfolded = new HashMap<>();
    private final Formats formats;
    private final InstantSource clock;
    private List<DriftReport> shown = List.of();
    private @Nullable ModelRow row;
    private boolean filling;

    DriftTable(Formats formats, InstantSource clock, Consumer<DriftPick> onPick) {
        this.formats = formats;
        this.clock = clock;
        setId("drift-table");
        getStyleClass().add("drift-table");
        setRoot(top);
        setShowRoot(false);
        getColumns()
                .setAll(List.of(
                        column(NAMES, 166, "", this::name),
                        column(LEVELS, 103, "", this::levels),
                        column(
                                CHANGE,
                                88,
                                "How far the feature moved, in spreads of its distribution in training",
                                (own, it) -> wide() ? ModelWords.change(it) : ModelWords.changeInShort(it)),
                        column(
                                "PSI",
                                80,
                                "Population stability index: below 0.1 as in training, from 0.1 watch, from 0.2 act",
                                (own, it) -> ModelWords.psi(it)),
                        column(
                                "Distance",
                                62,
                                "KS: Kolmogorov-Smirnov, largest difference of the distributions. W: Wasserstein, in spreads",
                                (own, it) -> ModelWords.distance(it)),
                        column("Since", 48, "", (own, it) -> since(it))));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        setRowFactory(table -> new Row());
        widthProperty().subscribe((before, now) -> {
            if ((before.doubleValue() >= WIDE) != (now.doubleValue() >= WIDE)) {
                refresh();
            }
        });
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (!filling && item != null) {
                pick(item.getValue(), onPick);
            }
        });
    }

    /** Shows the reports of an asset, and which feature is picked. */
    void show(ModelRow asset, DriftPicture picture) {
        filling = true;
        if (row == null || !row.id().equals(asset.id())) {
            unfolded.clear();
        }
        row = asset;
        if (!picture.reports().equals(shown)) {
            shown = picture.reports();
            top.getChildren().setAll(shown.stream().map(this::item).toList());
        }
        picture.pick().ifPresent(this::mark);
        filling = false;
    }

    private void mark(DriftPick pick) {
        for (TreeItem<DriftRow> sensor : top.getChildren()) {
            for (TreeItem<DriftRow> feature : sensor.getChildren()) {
                if (feature.getValue() instanceof DriftRow.OfFeature it
                        && it.pick().equals(pick)
                        && !feature.equals(getSelectionModel().getSelectedItem())) {
                    sensor.setExpanded(true);
                    getSelectionModel().select(feature);
                }
            }
        }
    }

    private TreeItem<DriftRow> item(DriftReport report) {
        TreeItem<DriftRow> item = new TreeItem<>(new DriftRow.OfSensor(report));
        report.features().stream()
                .sorted(Comparator.comparing(FeatureDrift::stage)
                        .thenComparingDouble(FeatureDrift::score)
                        .reversed())
                .forEach(feature -> item.getChildren().add(new TreeItem<>(new DriftRow.OfFeature(report, feature))));
        item.setExpanded(unfolded.getOrDefault(report.sensor(), report.stage() == DriftStage.DRIFTING));
        item.expandedProperty().addListener((property, before, now) -> unfolded.put(report.sensor(), now));
        return item;
    }

    private static void pick(DriftRow picked, Consumer<DriftPick> onPick) {
        switch (picked) {
            case DriftRow.OfFeature feature -> onPick.accept(feature.pick());
            case DriftRow.OfSensor(DriftReport report) ->
                report.worst().ifPresent(worst -> onPick.accept(new DriftPick(report.sensor(), worst.feature())));
        }
    }

    private TreeTableColumn<DriftRow, String> column(
            String title, double width, String explanation, BiFunction<DriftReport, FeatureDrift, String> text) {
        TreeTableColumn<DriftRow, String> column = new TreeTableColumn<>(title);
        if (!explanation.isEmpty()) {
            Label head = new Label(title);
            head.setTooltip(new Tooltip(explanation));
            column.setText("");
            column.setGraphic(head);
        }
        Function<DriftRow, String> of = shownRow -> switch (shownRow) {
            case DriftRow.OfFeature(DriftReport report, FeatureDrift drift) -> text.apply(report, drift);
            case DriftRow.OfSensor(DriftReport report) ->
                switch (title) {
                    case NAMES -> sensorName(report);
                    case LEVELS -> wide() ? "" : unit(report).symbol();
                    case CHANGE -> report.stage() == DriftStage.STEADY ? "" : ModelWords.of(report.stage());
                    default -> "";
                };
        };
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(of.apply(cell.getValue().getValue())));
        column.setCellFactory(ignored -> new TextCell());
        return column;
    }

    private boolean wide() {
        return getWidth() >= WIDE;
    }

    private String levels(DriftReport report, FeatureDrift drift) {
        return wide() ? ModelWords.levels(drift) + ModelWords.levelUnit(drift, unit(report)) : ModelWords.levels(drift);
    }

    private String name(DriftReport report, FeatureDrift drift) {
        return drift.feature().label();
    }

    private String sensorName(DriftReport report) {
        return row == null ? report.sensor().name() : row.sensorLabel(report.sensor());
    }

    private Unit unit(DriftReport report) {
        return row == null
                ? Unit.NONE
                : row.asset().sensor(report.sensor()).map(Sensor::unit).orElse(Unit.NONE);
    }

    private String since(FeatureDrift drift) {
        Instant now = clock.instant();
        return drift.since().map(since -> formats.hourOrDay(since, now)).orElse("");
    }

    /** Says by a pseudo-class what drifts. */
    private static final class Row extends TreeTableRow<DriftRow> {
        @Override
        protected void updateItem(@Nullable DriftRow item, boolean empty) {
            super.updateItem(item, empty);
            boolean drifting = switch (item) {
                case DriftRow.OfFeature feature -> feature.drift().isDrifting();
                case DriftRow.OfSensor sensor -> sensor.report().stage() == DriftStage.DRIFTING;
                case null -> false;
            };
            pseudoClassStateChanged(DRIFTING, drifting && !empty);
            pseudoClassStateChanged(PseudoClass.getPseudoClass("sensor"), item instanceof DriftRow.OfSensor);
        }
    }

    private static final class TextCell extends TreeTableCell<DriftRow, String> {
        private final Tooltip tooltip = new Tooltip();

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            boolean filled = !empty && text != null && !text.isEmpty();
            setText(filled ? text : null);
            tooltip.setText(filled ? text : "");
            setTooltip(filled ? tooltip : null);
        }
    }
}
