package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.chart.LoadChart;
import dev.watchkeeper.app.chart.LoadPicture;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.engine.alarm.kpi.KpiPeriod;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The figures by which the standards judge an alarm system, what disturbs most, and what would help against it. */
final class KpiView extends BorderPane {
    private final KpiViewModel model;
    private final ShiftReportWriter reports;
    private final KpiGridView grid = new KpiGridView();
    private final LoadChart chart;
    private final VBox disturbing = new VBox();
    private final ActorTableView actors;
    private final Label span = new Label();
    private final Label summary = new Label();
    private final BorderPane content = new BorderPane();
    private final Notice notice = new Notice();

    KpiView(KpiViewModel model, ShiftReportWriter reports, Navigator navigator, ZoneId zone) {
        this.model = model;
        this.reports = reports;
        getStyleClass().add("kpis");
        chart = new LoadChart(zone);
        actors = new ActorTableView(navigator::openRule);
        disturbing.getStyleClass().add("disturbing");
        ScrollPane lists = new ScrollPane(disturbing);
        lists.setFitToWidth(true);
        lists.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(lists, Priority.ALWAYS);
        VBox figures = section("What the standards ask (ISA-18.2, IEC 62682, EEMUA 191)", grid);
        VBox side = new VBox(section("Alarms per 10 min", chart), lists);
        side.getStyleClass().add("kpi-side");
        HBox upper = new HBox(figures, side);
        upper.getStyleClass().add("kpi-upper");
        HBox.setHgrow(figures, Priority.ALWAYS);
        content.setTop(upper);
        VBox below = section("Bad actors: the ten most frequent sources", actors);
        VBox.setVgrow(actors, Priority.ALWAYS);
        content.setCenter(below);
        setTop(toolbar());
        setCenter(new StackPane(content, notice));
        model.reportProperty().subscribe(this::show);
    }

    boolean drawn() {
        return !(model.reportProperty().get() instanceof Load.Loading<KpiReport>)
                && (notice.isVisible() || chart.isDrawn());
    }

    private HBox toolbar() {
        ToggleGroup group = new ToggleGroup();
        HBox periods = new HBox();
        periods.getStyleClass().add("button-group");
        for (KpiPeriod period : KpiPeriod.values()) {
            ToggleButton button = new ToggleButton(period.label());
            button.setId("kpi-" + period.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                model.periodProperty().set(period);
                button.setSelected(true);
            });
            model.periodProperty().subscribe(now -> button.setSelected(now == period));
            periods.getChildren().add(button);
        }
        Button earlier = new Button("‹ Earlier");
        earlier.setId("kpi-earlier");
        earlier.setOnAction(event -> model.earlier());
        Button later = new Button("Later ›");
        later.setId("kpi-later");
        later.setOnAction(event -> model.later());
        later.disableProperty().bind(model.backProperty().isEqualTo(0));
        span.getStyleClass().add("kpi-span");
        summary.getStyleClass().add("hint");
        summary.setMinWidth(0);
        Label outcome = new Label();
        outcome.setId("report-outcome");
        outcome.getStyleClass().add("hint");
        outcome.textProperty().bind(reports.outcomeProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        span.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(periods, earlier, later, span, summary, space, outcome, report());
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private MenuButton report() {
        MenuButton menu = new MenuButton("Shift report");
        menu.setId("shift-report");
        menu.setPopupSide(Side.BOTTOM);
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems()
                .setAll(List.of(
                        item("This shift so far, PDF…", reports::thisShift, "pdf"),
                        item("This shift so far, CSV…", reports::thisShift, "csv"),
                        new SeparatorMenuItem(),
                        item("The shift before, PDF…", reports::shiftBefore, "pdf"),
                        item("The shift before, CSV…", reports::shiftBefore, "csv"),
                        new SeparatorMenuItem(),
                        item("The period shown, PDF…", model::span, "pdf"),
                        item("The period shown, CSV…", model::span, "csv")));
        return menu;
    }

    private MenuItem item(String words, Supplier<TimeSpan> wanted, String extension) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> reports.write(wanted.get(), extension));
        return item;
    }

    private void show(Load<KpiReport> load) {
        boolean ready = load instanceof Load.Ready<KpiReport>;
        content.setVisible(ready);
        notice.setVisible(!ready);
        switch (load) {
            case Load.Loading<KpiReport>() ->
                notice.show("Measuring", "The alarms of the period are being counted.", true);
            case Load.Failed<KpiReport>(String sentence) -> notice.show("No figures", sentence, false);
            case Load.Ready<KpiReport>(KpiReport report) -> show(report);
        }
    }

    private void show(KpiReport report) {
        span.setText(report.span());
        summary.setText(report.kpis().summary());
        grid.show(report.kpis().kpis());
        chart.setPicture(
                LoadPicture.of(report.kpis().load(), report.kpis().span().end()));
        disturbing
                .getChildren()
                .setAll(
                        list("Chattering", report.chattering(), "No source came three times within a minute."),
                        list("Stale", report.stale(), "No condition held for more than 24 h."),
                        list("Floods", report.floods(), "No flood."));
        actors.show(report.actors());
    }

    private static VBox list(String title, List<KpiReport.Line> lines, String none) {
        VBox box = new VBox();
        box.getStyleClass().add("disturbing-list");
        Label head = new Label(lines.isEmpty() ? title : title + "  " + lines.size());
        head.getStyleClass().add("section-title");
        box.getChildren().add(head);
        if (lines.isEmpty()) {
            Label nothing = new Label(none);
            nothing.getStyleClass().add("hint");
            box.getChildren().add(nothing);
        }
        for (KpiReport.Line line : lines) {
            Label name = new Label(line.name());
            name.getStyleClass().add("disturbing-name");
            name.setMinWidth(USE_PREF_SIZE);
            Label words = new Label(line.words());
            words.getStyleClass().add("hint");
            words.setMinWidth(0);
            words.setTooltip(new Tooltip(line.name() + ": " + line.words()));
            HBox row = new HBox(name, words);
            row.getStyleClass().add("disturbing-line");
            box.getChildren().add(row);
        }
        return box;
    }

    private static VBox section(String title, Node content) {
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        VBox box = new VBox(head, content);
        box.getStyleClass().add("section");
        return box;
    }
}
