package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.signal.Subscription;
import javafx.scene.Parent;

/** Settings as a screen. */
public final class SettingsScreen implements Screen {
    private final SettingsViewModel model;
    private final SettingsView view;

    /** @param readOnly whether nothing may be changed from here */
    public SettingsScreen(SettingsPorts ports, ScreenContext context, boolean readOnly) {
        model = new SettingsViewModel(ports.notifications(), context, readOnly);
        view = new SettingsView(model);
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
