package dev.watchkeeper.app.maintenance;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindows;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Subscription;
import javafx.scene.Parent;

/** Maintenance windows, as a part of the screen of settings. */
public final class MaintenanceScreen implements Screen {
    private final MaintenanceViewModel model;
    private final MaintenanceView view;

    /**
     * @param user under whose name windows are laid down
     * @param readOnly whether they are only looked at
     */
    public MaintenanceScreen(
            MaintenanceWindows windows, Assets assets, ScreenContext context, String user, boolean readOnly) {
        model = new MaintenanceViewModel(windows, assets, context, user, readOnly);
        view = new MaintenanceView(model);
    }

    @Override
    public ScreenId id() {
        return ScreenId.SETTINGS;
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
        return !(model.rowsProperty().get() instanceof Load.Loading<?>);
    }
}
