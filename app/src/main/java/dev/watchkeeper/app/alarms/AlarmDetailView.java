package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.chart.TrendChart;
import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.app.chart.TrendSteering;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.TextClipboard;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.LabelButtons;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.engine.label.LabelKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Below the list: what to do, the window that fired, who contributed, and what has happened since. */
final class AlarmDetailView extends StackPane {
    private static final double HEADERS = 156;
    private static final double LABELS = 740;
    /** Narrower than this, what stands at the right goes below what stands at the left. */
    private static final double NARROW = 940;

    private final AlarmsViewModel model;
    private final InstantSource clock;
    private final DetailHead head;
    private final GuidanceView guidance = new GuidanceView();
    private final SharesView shares = new SharesView();
    private final EvidenceView evidence;
    private final SimilarView similar;
    private final JournalView journal;
    private final HandlingBar handling;
    private final LabelButtons labels;
    private final Label earlier = new Label();
    private final Formats formats;
    private final TrendChart chart;
    private final BorderPane content = new BorderPane();
    private final Notice notice = new Notice();
    private @Nullable AlarmDetail shown;

    AlarmDetailView(
            AlarmsViewModel model,
            HandlePopups popups,
            Formats formats,
            Symbols symbols,
            Navigator navigator,
            TextClipboard clipboard,
            InstantSource clock) {
        this.model = model;
        this.clock = clock;
        this.formats = formats;
        getStyleClass().add("alarm-detail");
        head = new DetailHead(
                formats, symbols.priority(), model.user(), popups.refusal().isPresent(), this::acknowledge);
        handling = new HandlingBar(popups);
        evidence = new EvidenceView(formats);
        similar = new SimilarView(formats, model::select);
        journal = new JournalView(formats);
        labels = new LabelButtons("detail", "What was it?", formats, this::label, label -> undoLabel());
        Viewport empty = Viewport.live(Duration.ofMinutes(1), clock.instant());
        chart = new TrendChart(
                formats.zone(), HEADERS, new TrendPicture(empty, List.of(), List.of()), TrendSteering.fixed());
        Button trends = new Button("Open in Trends");
        trends.setId("detail-trends");
        trends.setOnAction(event -> withShown(detail -> navigator.openTrends(detail.sensors(), detail.span())));
        Button openModel = new Button("Open model");
        openModel.setId("detail-model");
        openModel.setOnAction(
                event -> withShown(detail -> navigator.openModel(detail.alarm().asset())));
        Button copy = new Button("Copy as text");
        copy.setId("detail-copy");
        copy.setOnAction(event -> withShown(detail -> clipboard.put(AlarmText.of(detail, formats, clock.instant()))));
        Button ask = new Button("Ask");
        ask.setId("detail-ask");
        ask.setMinWidth(USE_PREF_SIZE);
        ask.setTooltip(new Tooltip("Ask the assistant why this alarm fired"));
        ask.setOnAction(
                event -> withShown(detail -> navigator.ask(detail.alarm().id())));
        VBox left = new VBox(guidance);
        left.getStyleClass().add("detail-guidance");
        BorderPane middle = new BorderPane(chart);
        earlier.getStyleClass().add("earlier-caption");
        earlier.setWrapText(true);
        middle.setTop(new VBox(titled("The window that fired", ask, openModel, trends), earlier));
        middle.getStyleClass().add("detail-chart");
        VBox sections = new VBox(
                titled("Contributions"),
                shares,
                evidence,
                titled("Similar alarms before"),
                similar,
                titled("Journal", copy),
                journal);
        sections.getStyleClass().add("side-sections");
        ScrollPane right = scrolled(sections);
        right.getStyleClass().add("detail-side");
        widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() > 0 && width.doubleValue() < NARROW;
            if (narrow && content.getRight() != null) {
                content.setRight(null);
                right.setContent(null);
                left.getChildren().add(sections);
            } else if (!narrow && content.getRight() == null) {
                left.getChildren().remove(sections);
                right.setContent(sections);
                content.setRight(right);
            }
        });
        HBox answers = new HBox(labels, handling);
        answers.getStyleClass().add("detail-answers");
        HBox.setHgrow(labels, Priority.ALWAYS);
        labels.setPrefWrapLength(LABELS);
        content.setTop(new VBox(head, answers));
        content.setLeft(scrolled(left));
        content.setCenter(middle);
        content.setRight(right);
        getChildren().addAll(content, notice);
        model.detailProperty().subscribe(this::show);
    }

    boolean drawn() {
        return shown != null && (chart.showsValues() || !shown.picture().hasValues());
    }

    /** Opens the popup that shelves what raised the alarm; false while none is shown. */
    boolean shelve() {
        return shown != null && handling.shelve();
    }

    void acknowledge() {
        model.acknowledgeSelected(head.user(), head.note());
        head.clearNote();
    }

    /** Says what the selected alarm was. */
    void label(LabelKind kind) {
        model.labelSelected(kind, labels.reason(), head.user());
        labels.clearReason();
    }

    /** Takes back what was said of the selected alarm. */
    void undoLabel() {
        model.undoLabelOfSelected(head.user());
    }

    private void show(Load<AlarmDetail> load) {
        boolean ready = load instanceof Load.Ready<AlarmDetail>;
        content.setVisible(ready);
        notice.setVisible(!ready);
        switch (load) {
            case Load.Loading<AlarmDetail>() -> {
                shown = null;
                notice.show(
                        "",
                        model.selectedProperty().get() == null ? "Select an alarm to see all about it." : "",
                        false);
            }
            case Load.Failed<AlarmDetail>(String sentence) -> notice.show("Not available", sentence, false);
            case Load.Ready<AlarmDetail>(AlarmDetail detail) -> show(detail);
        }
    }

    private void show(AlarmDetail detail) {
        Instant now = clock.instant();
        boolean another =
                shown == null || !shown.alarm().id().equals(detail.alarm().id());
        if (another) {
            head.clearNote();
            labels.clearReason();
        }
        shown = detail;
        head.show(detail, now);
        handling.show(detail);
        guidance.show(detail.alarm().guidance());
        shares.show(detail.shares());
        evidence.show(detail, now);
        similar.show(detail.similar(), now);
        journal.show(JournalLine.of(detail), now);
        labels.show(detail.labelOrNull(), now);
        showEarlier(detail, now);
        chart.setPicture(detail.picture());
    }

    private void showEarlier(AlarmDetail detail, Instant now) {
        String drawn = detail.earlier().stream()
                .filter(one -> detail.sensors().contains(one.sensor().id()))
                .map(one ->
                        one.sensor().label() + " " + formats.span(one.window().earlier(), now))
                .collect(Collectors.joining(", "));
        earlier.setVisible(!drawn.isEmpty());
        earlier.setManaged(!drawn.isEmpty());
        earlier.setText(drawn.isEmpty() ? "" : "Dashed: when it was most like this – " + drawn);
    }

    private void withShown(Consumer<AlarmDetail> action) {
        AlarmDetail detail = shown;
        if (detail != null) {
            action.accept(detail);
        }
    }

    private static ScrollPane scrolled(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private static HBox titled(String title, Node... actions) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(heading, space);
        line.getStyleClass().add("section-head");
        line.getChildren().addAll(actions);
        return line;
    }
}
