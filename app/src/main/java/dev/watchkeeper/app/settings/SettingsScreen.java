package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.signal.Subscription;
import javafx.scene.Parent;

/** Settings as a screen. */
public final class SettingsScreen implements Screen {
    private final SettingsViewModel model;
    private final SettingsView view;
    private final Screen rules;

    /**
     * @param rules the part that shows alarm rules
     * @param readOnly whether nothing may be changed from here
     */
    public SettingsScreen(SettingsPorts ports, Screen rules, ScreenContext context, boolean readOnly) {
        this.rules = rules;
        model = new SettingsViewModel(ports.notifications(), context, readOnly);
        model.sectionProperty().set(Section.RULES);
        view = new SettingsView(model, rules.root());
    }

    /** Shows the part with alarm rules. */
    public void showRules() {
        model.sectionProperty().set(Section.RULES);
    }

    /** Shows who is told of what. */
    public void showRouting() {
        model.sectionProperty().set(Section.ROUTING);
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
        return new Subscriptions().add(rules.attach()).add(model.attach());
    }

    @Override
    public boolean ready() {
        return model.sectionProperty().get() == Section.RULES
                ? rules.ready()
                : !(model.rowsProperty().get() instanceof Load.Loading<?>);
    }
}
