package dev.watchkeeper.app.overview;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.function.Supplier;
import javafx.scene.Parent;

/** The overview as a screen. */
public final class OverviewScreen implements Screen {
    private final OverviewViewModel model;
    private final OverviewView view;

    public OverviewScreen(
            Alarms alarms,
            Assets assets,
            LiveReadings live,
            Supplier<PipelineStatus> pipeline,
            ScreenContext context,
            Symbols symbols,
            Navigator navigator) {
        model = new OverviewViewModel(alarms, assets, live, pipeline, context);
        view = new OverviewView(model, symbols, navigator);
    }

    @Override
    public ScreenId id() {
        return ScreenId.OVERVIEW;
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public Subscription attach() {
        return model.attach();
    }

    @Override
    public boolean ready() {
        return switch (model.overviewProperty().get()) {
            case Load.Loading<Overview>() -> false;
            case Load.Failed<Overview>(String sentence) -> true;
            case Load.Ready<Overview>(Overview overview) ->
                overview.tiles().stream()
                        .flatMap(tile -> tile.sensors().stream())
                        .anyMatch(line -> !Double.isNaN(line.value()));
        };
    }
}
