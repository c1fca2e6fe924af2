package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.fx.TextClipboard;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.engine.assistant.Reply;
import dev.watchkeeper.engine.assistant.answer.Act;
import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.answer.Block;
import dev.watchkeeper.engine.assistant.answer.Proposal;
import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.assistant.memory.Rating;
import dev.watchkeeper.engine.assistant.tool.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An answer as it is read: its blocks, then sources, buttons that act, ways to screens, and what to do with the answer itself. */
final class AnswerBox extends VBox {
    private static final int GRID_COLUMNS = 3;
    private static final Duration LONG = Duration.ofDays(300);

    private final AssistantViewModel model;
    private final Consumer<Source.Document> open;
    private final Navigator navigator;
    private final TextClipboard clipboard;
    private final Formats formats;
    private final Instant now;

    /** @param open opens a document that is cited */
    AnswerBox(
            Exchange exchange,
            Exchange.Answered answered,
            AssistantViewModel model,
            Consumer<Source.Document> open,
            Navigator navigator,
            TextClipboard clipboard,
            Formats formats,
            Instant now) {
        this.model = model;
        this.open = open;
        this.navigator = navigator;
        this.clipboard = clipboard;
        this.formats = formats;
        this.now = now;
        Reply reply = answered.reply();
        Answer answer = reply.answer();
        getStyleClass().add("answer");
        if (!reply.note().isEmpty()) {
            getChildren().add(label(reply.note(), "answer-note"));
        }
        answer.blocks().forEach(block -> add(block, answer));
        if (!answer.sources().isEmpty()) {
            getChildren().add(sources(answer.sources()));
        }
        for (int i = 0; i < answer.proposals().size(); i++) {
            getChildren().add(proposal(exchange, answered, i));
        }
        getChildren().add(foot(exchange, answered));
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void add(Block block, Answer answer) {
        switch (block) {
            case Block.Text text -> getChildren().add(label(text.text(), "answer-text"));
            case Block.Quote quote -> {
                VBox box = new VBox(
                        label(quote.text(), "quote-text"),
                        label(place(answer.sources().get(quote.source())), "hint"));
                box.getStyleClass().add("quote");
                getChildren().add(box);
            }
            case Block.Table table ->
                getChildren().add(table.heads().size() > GRID_COLUMNS ? cards(table) : table(table));
            case Block.Chart chart -> charts(chart);
        }
    }

    /** One chart for each unit, so that every curve has a scale of its own kind. */
    private void charts(Block.Chart chart) {
        chart.curves().stream().map(Block.Curve::unit).distinct().forEach(unit -> {
            Block.Chart own = new Block.Chart(
                    chart.curves().stream()
                            .filter(curve -> curve.unit().equals(unit))
                            .toList(),
                    chart.span());
            getChildren().addAll(new MiniChart(own, formats, now), legend(own));
        });
    }

    /** A table with too many columns for a narrow pane: a heading a row, the rest below it. */
    private static VBox cards(Block.Table table) {
        VBox cards = new VBox();
        cards.getStyleClass().add("answer-cards");
        for (List<String> row : table.rows()) {
            StringBuilder rest = new StringBuilder();
            for (int column = 1; column < row.size(); column++) {
                String cell = row.get(column);
                boolean number = !cell.isEmpty() && "0123456789−+–".indexOf(cell.charAt(0)) >= 0;
                rest.append(rest.isEmpty() ? "" : "  ·  ")
                        .append(number ? table.heads().get(column).toLowerCase(Locale.ROOT) + " " : "")
                        .append(cell);
            }
            VBox card = new VBox(label(row.get(0), "card-head"), label(rest.toString(), "hint"));
            cards.getChildren().add(card);
        }
        return cards;
    }

    private static FlowPane legend(Block.Chart chart) {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("mini-legend");
        for (int i = 0; i < chart.curves().size(); i++) {
            Block.Curve curve = chart.curves().get(i);
            Label label = new Label("— " + curve.label() + (curve.unit().isEmpty() ? "" : ", " + curve.unit()));
            label.getStyleClass().addAll("legend", "series-" + (i % 8 + 1));
            legend.getChildren().add(label);
        }
        return legend;
    }

    private static GridPane table(Block.Table table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("answer-table");
        for (int column = 0; column < table.heads().size(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(Priority.SOMETIMES);
            grid.getColumnConstraints().add(constraints);
            grid.add(label(table.heads().get(column), "section-title"), column, 0);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.heads().size(); column++) {
                grid.add(label(table.rows().get(row).get(column), "cell-text"), column, row + 1);
            }
        }
        return grid;
    }

    private String place(Source source) {
        return switch (source) {
            case Source.Data data -> {
                boolean moment = data.window().length().toMillis() < 1_000;
                if (data.window().length().compareTo(LONG) > 0) {
                    yield data.what() + ", the year until "
                            + formats.time(data.window().end(), now);
                }
                yield data.what() + ", "
                        + (moment
                                ? "as of " + formats.time(data.window().end(), now)
                                : formats.span(data.window(), now));
            }
            case Source.Document document -> {
                String headings = document.place().headings().stream()
                        .filter(heading -> !heading.equals(document.place().title()))
                        .collect(Collectors.joining(" › "));
                yield document.place().title()
                        + (headings.isEmpty() ? "" : " › " + headings)
                        + (document.place().page() > 0
                                ? ", page " + document.place().page()
                                : "");
            }
        };
    }

    private FlowPane sources(List<Source> sources) {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        chips.setMinWidth(0);
        for (Source source : sources) {
            String words = place(source);
            if (source instanceof Source.Document document) {
                Button chip = new Button(words);
                chip.getStyleClass().addAll("chip", "document");
                chip.setTooltip(new Tooltip("Open the document at this place"));
                chip.setOnAction(event -> open.accept(document));
                fit(chip, chips);
            } else {
                Label chip = new Label(words);
                chip.getStyleClass().add("chip");
                fit(chip, chips);
            }
        }
        return chips;
    }

    private static void fit(Labeled chip, FlowPane chips) {
        chip.setMinWidth(0);
        chip.maxWidthProperty().bind(chips.widthProperty());
        chips.getChildren().add(chip);
    }

    private HBox proposal(Exchange exchange, Exchange.Answered answered, int at) {
        Proposal proposal = answered.reply().answer().proposals().get(at);
        String outcome = answered.outcomes().get(at);
        HBox line = new HBox();
        line.getStyleClass().add("proposal");
        Label words = label(
                outcome != null && !outcome.equals("…")
                        ? outcome
                        : proposal.before().isEmpty() ? proposal.object() : proposal.sentence(),
                "answer-text");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button button = new Button(proposal.verb());
        button.setId("proposal-" + at);
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setDisable(outcome != null || (model.readOnly() && proposal.act().changes()));
        if (model.readOnly() && proposal.act().changes()) {
            button.setTooltip(new Tooltip("This console may only read."));
        }
        button.setOnAction(event -> {
            if (proposal.act() instanceof Act.Open open) {
                Ways.follow(open.destination(), navigator);
            } else {
                model.carryOut(exchange, at);
            }
        });
        line.getChildren().addAll(words, button);
        return line;
    }

    private HBox foot(Exchange exchange, Exchange.Answered answered) {
        HBox foot = new HBox();
        foot.getStyleClass().add("answer-foot");
        answered.reply().answer().ways().stream()
                .limit(2)
                .forEach(way -> foot.getChildren().add(way(way)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        foot.getChildren()
                .addAll(
                        space,
                        thumb(exchange, answered, Rating.UP),
                        thumb(exchange, answered, Rating.DOWN),
                        copy(answered));
        return foot;
    }

    private Hyperlink way(Destination destination) {
        Hyperlink link = new Hyperlink(Ways.words(destination));
        link.setOnAction(event -> Ways.follow(destination, navigator));
        return link;
    }

    private ToggleButton thumb(Exchange exchange, Exchange.Answered answered, Rating rating) {
        ToggleButton thumb = new ToggleButton();
        Region icon = new Region();
        icon.getStyleClass().addAll("thumb", rating == Rating.UP ? "up" : "down");
        thumb.setGraphic(icon);
        thumb.getStyleClass().add("foot-button");
        thumb.setSelected(answered.rating() == rating);
        thumb.setTooltip(new Tooltip(rating == Rating.UP ? "This helped" : "This did not help"));
        thumb.setAccessibleText(rating == Rating.UP ? "This helped" : "This did not help");
        thumb.setOnAction(event -> model.rate(exchange, rating));
        return thumb;
    }

    private Button copy(Exchange.Answered answered) {
        Button copy = new Button("Copy");
        copy.getStyleClass().add("foot-button");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> {
            String places = answered.reply().answer().sources().stream()
                    .map(this::place)
                    .collect(Collectors.joining("\n"));
            clipboard.put(answered.reply().answer().text() + (places.isEmpty() ? "" : "\n\nSources:\n" + places));
        });
        return copy;
    }
}
