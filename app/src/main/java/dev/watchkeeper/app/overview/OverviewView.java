package dev.watchkeeper.app.overview;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The overview: filter above, tiles below, side panel at the right. */
final class OverviewView extends BorderPane {
    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");
    /** From this height on, in pixels, lines are taller. */
    private static final double ROOMY_FROM = 860;

    private final OverviewViewModel model;
    private final Symbols symbols;
    private final Navigator navigator;
    private final TileGrid grid = new TileGrid();
    private final Map<AssetId, AssetTileView> tiles = new HashMap<>();
    private final Label count = new Label();
    private final Notice notice = new Notice();
    private final SidePanel side;
    private final ScrollPane scroll = new ScrollPane(grid);

    OverviewView(OverviewViewModel model, Symbols symbols, Navigator navigator) {
        this.model = model;
        this.symbols = symbols;
        this.navigator = navigator;
        getStyleClass().add("overview");
        side = new SidePanel(symbols, navigator);
        scroll.viewportBoundsProperty()
                .subscribe(bounds -> grid.pseudoClassStateChanged(ROOMY, bounds.getHeight() >= ROOMY_FROM));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        StackPane middle = new StackPane(scroll, notice);
        BorderPane left = new BorderPane(middle);
        left.setTop(toolbar());
        setCenter(left);
        setRight(side);
        side.setVisible(false);
        side.setManaged(false);
        model.overviewProperty().subscribe(this::show);
        model.filterProperty().subscribe(text -> show(model.overviewProperty().get()));
        model.onlyAbnormalProperty()
                .subscribe(only -> show(model.overviewProperty().get()));
    }

    private HBox toolbar() {
        TextField search = new TextField();
        search.setId("overview-filter");
        search.setPromptText("Find asset, area or sensor");
        search.textProperty().bindBidirectional(model.filterProperty());
        ToggleButton abnormal = new ToggleButton("Only abnormal");
        abnormal.setId("overview-abnormal");
        abnormal.selectedProperty().bindBidirectional(model.onlyAbnormalProperty());
        count.getStyleClass().add("hint");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(search, abnormal, space, count);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private void show(Load<Overview> load) {
        switch (load) {
            case Load.Loading<Overview>() -> notice("Starting", "The console is ready; the data is on its way.", true);
            case Load.Failed<Overview>(String sentence) -> notice("No overview", sentence, false);
            case Load.Ready<Overview>(Overview overview) -> show(overview);
        }
    }

    private void show(Overview overview) {
        side.show(overview);
        side.setVisible(!overview.tiles().isEmpty());
        side.setManaged(!overview.tiles().isEmpty());
        if (overview.tiles().isEmpty()) {
            boolean starting = overview.pipeline().state() == PipelineStatus.State.STARTING;
            notice(
                    starting ? "Starting" : "No sensors yet",
                    starting
                            ? overview.pipeline().message()
                            : "Assets appear here by themselves as soon as their first readings arrive. "
                                    + overview.pipeline().message(),
                    starting);
            return;
        }
        List<Overview.Tile> shown =
                overview.tiles().stream().filter(model::passes).toList();
        count.setText(
                shown.size() == overview.tiles().size()
                        ? overview.tiles().size() + " assets"
                        : shown.size() + " of " + overview.tiles().size() + " assets");
        showTiles(shown);
        if (shown.isEmpty()) {
            notice(
                    model.onlyAbnormalProperty().get() ? "Nothing abnormal" : "Nothing found",
                    "No asset passes this filter.",
                    false);
            return;
        }
        notice.setVisible(false);
        scroll.setVisible(true);
    }

    private void showTiles(List<Overview.Tile> shown) {
        Set<AssetId> present = new HashSet<>();
        List<AssetTileView> views = shown.stream()
                .map(tile -> {
                    present.add(tile.id());
                    AssetTileView view = tiles.computeIfAbsent(tile.id(), id -> new AssetTileView(symbols, navigator));
                    view.show(tile);
                    return view;
                })
                .toList();
        tiles.keySet().retainAll(present);
        if (!grid.getChildren().equals(views)) {
            grid.getChildren().setAll(views);
        }
    }

    private void notice(String title, String sentence, boolean busy) {
        notice.show(title, sentence, busy);
        scroll.setVisible(false);
    }
}
