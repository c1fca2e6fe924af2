package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Parent;

/** Settings as a screen. */
public final class SettingsScreen implements Screen {
    /** What of it can be shown by name. */
    public static final List<String> PARTS =
            Arrays.stream(Section.values()).map(Section::word).toList();

    private final SettingsViewModel model;
    private final SettingsView view;
    private final Screen rules;
    private final Screen assistant;

    /**
     * @param rules the part that shows alarm rules
     * @param assistant the part that is about the assistant
     * @param readOnly whether nothing may be changed from here
     */
    public SettingsScreen(
            SettingsPorts ports, Screen rules, Screen assistant, ScreenContext context, boolean readOnly) {
        this.rules = rules;
        this.assistant = assistant;
        model = new SettingsViewModel(ports.notifications(), context, readOnly);
        model.sectionProperty().set(Section.RULES);
        view = new SettingsView(model, rules.root(), assistant.root());
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
    public void showPart(String part) {
        model.sectionProperty()
                .set(Section.named(part)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Settings has no part " + part + "; there are " + String.join(", ", PARTS))));
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
        return new Subscriptions().add(rules.attach()).add(assistant.attach()).add(model.attach());
    }

    @Override
    public boolean ready() {
        return switch (model.sectionProperty().get()) {
            case RULES -> rules.ready();
            case ASSISTANT -> assistant.ready();
            default -> !(model.rowsProperty().get() instanceof Load.Loading<?>);
        };
    }
}
