package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import javafx.scene.Parent;

/** Models as a screen. */
public final class ModelsScreen implements Screen {
    private final ModelsViewModel model;
    private final ModelsView view;

    /** @param readOnly whether nothing may be changed from here */
    public ModelsScreen(
            ModelPorts ports,
            Alarms alarms,
            Labels labels,
            Assets assets,
            ScreenContext context,
            Navigator navigator,
            Desktop desktop,
            String user,
            boolean readOnly) {
        ModelActions actions = new ModelActions(ports, user, readOnly, context);
        model = new ModelsViewModel(ports, alarms, labels, assets, context, actions);
        view = new ModelsView(model, context.formats(), navigator, context.clock(), desktop);
    }

    /** Selects an asset, listed yet or not. */
    public void select(AssetId asset) {
        model.select(asset);
    }

    @Override
    public ScreenId id() {
        return ScreenId.MODELS;
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
        boolean listed = !(model.rowsProperty().get() instanceof Load.Loading<?>);
        boolean known = !(model.drift().pictureProperty().get() instanceof Load.Loading<?>)
                && !(model.scoreProperty().get() instanceof Load.Loading<?>)
                && !(model.factsProperty().get() instanceof Load.Loading<?>)
                && !(model.runs().runsProperty().get() instanceof Load.Loading<?>);
        boolean empty = listed && model.currentProperty().get() == null;
        return listed && (empty || known) && view.drawn();
    }
}
