package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.function.Consumer;
import javafx.scene.Parent;

/** The list of rules, as the first part of the screen of settings. */
public final class RulesScreen implements Screen {
    private final RuleListViewModel model;
    private final RuleListView view;

    /** @param open shows the dialog with a draft */
    public RulesScreen(
            RulePorts ports, ScreenContext context, Symbols symbols, RuleActions actions, Consumer<RuleDraft> open) {
        model = new RuleListViewModel(ports, context, actions, open);
        view = new RuleListView(model, symbols);
    }

    /** Selects a rule, at once or as soon as it is there. */
    public void select(RuleId rule) {
        model.select(rule);
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
