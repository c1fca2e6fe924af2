package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.Map;
import javafx.scene.Parent;

/** Settings as a screen. */
public final class SettingsScreen implements Screen {
    private final SettingsViewModel model;
    private final SettingsView view;
    private final Map<Section, Screen> parts;

    /**
     * @param rules the part that shows alarm rules
     * @param maintenance the part that shows maintenance windows
     * @param readOnly whether nothing may be changed from here
     */
    public SettingsScreen(
            SettingsPorts ports, Screen rules, Screen maintenance, ScreenContext context, boolean readOnly) {
        parts = Map.of(Section.RULES, rules, Section.MAINTENANCE, maintenance);
        model = new SettingsViewModel(ports.notifications(), context, readOnly);
        model.sectionProperty().set(Section.RULES);
        view = new SettingsView(model, Map.of(Section.RULES, rules.root(), Section.MAINTENANCE, maintenance.root()));
    }

    /** Shows the part with alarm rules. */
    public void showRules() {
        model.sectionProperty().set(Section.RULES);
    }

    /** Shows who is told of what. */
    public void showRouting() {
        model.sectionProperty().set(Section.ROUTING);
    }

    /** Shows the part with maintenance windows. */
    public void showMaintenance() {
        model.sectionProperty().set(Section.MAINTENANCE);
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
        Subscriptions all = new Subscriptions().add(model.attach());
        parts.values().forEach(part -> all.add(part.attach()));
        return all;
    }

    @Override
    public boolean ready() {
        Screen part = parts.get(model.sectionProperty().get());
        return part != null ? part.ready() : !(model.rowsProperty().get() instanceof Load.Loading<?>);
    }
}
