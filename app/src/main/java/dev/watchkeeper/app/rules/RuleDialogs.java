package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.signal.Subscription;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The dialog of rules above whatever screen is open. Going to another screen puts it aside with all that was typed; a bar at the foot of
 * the window leads back. One rule at a time. FX application thread only.
 */
public final class RuleDialogs {
    private final RulePorts ports;
    private final ScreenContext context;
    private final RuleActions actions;
    private final Runnable onRouting;
    private final StackPane layer = new StackPane();
    private final HBox bar = new HBox();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NONE);
    private Subscription attached = () -> {};
    private @Nullable RuleDialogViewModel model;
    private @Nullable RuleDialogView view;

    private enum Shown {
        NONE,
        OPEN,
        ASIDE
    }

    /** @param onRouting leads to where it is set who is told */
    public RuleDialogs(RulePorts ports, ScreenContext context, RuleActions actions, Runnable onRouting) {
        this.ports = ports;
        this.context = context;
        this.actions = actions;
        this.onRouting = onRouting;
        layer.getStyleClass().add("rule-layer");
        bar.getStyleClass().add("label-bar");
        shown.subscribe(now -> {
            Nodes.show(layer, now == Shown.OPEN);
            Nodes.show(bar, now == Shown.ASIDE);
        });
    }

    /** Covers the screens while a rule is being written. */
    public Node layer() {
        return layer;
    }

    /** Leads back to a rule that was put aside. */
    public Node bar() {
        return bar;
    }

    /** Shows a draft; a rule that is being written comes first, if something would be lost. */
    public void open(RuleDraft draft) {
        RuleDialogViewModel before = model;
        if (before != null && before.form().dirty()) {
            bringBack();
            before.cancel();
            return;
        }
        end();
        RuleDialogViewModel next = new RuleDialogViewModel(ports, context, actions, draft);
        RuleDialogView made = new RuleDialogView(next, context.formats().zone(), ports.readOnly(), onRouting);
        model = next;
        view = made;
        attached = new Subscriptions()
                .add(next.attach())
                .add(wrap(next.openProperty().subscribe(this::opened)));
        layer.getChildren().setAll(made);
        bar.getChildren()
                .setAll(
                        Nodes.label("A rule is being written: " + next.form().title(), "rule-text"),
                        Nodes.button("Go on", "rule-bring-back", this::bringBack),
                        Nodes.space(),
                        Nodes.button("Give it up", "rule-give-up", next::close));
        shown.set(Shown.OPEN);
        made.begin();
    }

    /** Whether a rule is being written, in sight or put aside. */
    public boolean isOpen() {
        return shown.get() != Shown.NONE;
    }

    /** Puts the dialog aside, with all that was typed; one in which nothing was typed is closed. */
    public void putAside() {
        RuleDialogViewModel now = model;
        if (now != null && shown.get() == Shown.OPEN) {
            if (now.form().dirty()) {
                shown.set(Shown.ASIDE);
            } else {
                now.close();
            }
        }
    }

    /** Shows the dialog that was put aside. */
    public void bringBack() {
        RuleDialogViewModel now = model;
        RuleDialogView made = view;
        if (now != null && made != null) {
            shown.set(Shown.OPEN);
            now.telling().load();
            made.begin();
        }
    }

    /** Begins the rehearsal of what stands in the dialog, if it can be rehearsed. */
    public void rehearse() {
        RuleDialogViewModel now = model;
        if (now != null) {
            now.rehearse();
        }
    }

    /** Whether what there is to see is drawn. */
    public boolean ready() {
        RuleDialogViewModel now = model;
        RuleDialogView made = view;
        return now == null
                || made == null
                || (!(now.rehearsal().stateProperty().get() instanceof RehearsalState.Running) && made.drawn());
    }

    /** Gives up what is open. */
    public void close() {
        end();
    }

    private void opened(boolean open) {
        if (!open) {
            end();
        }
    }

    private void end() {
        Subscription before = attached;
        attached = () -> {};
        model = null;
        view = null;
        before.close();
        layer.getChildren().clear();
        shown.set(Shown.NONE);
    }

    private static Subscription wrap(javafx.util.Subscription subscription) {
        return subscription::unsubscribe;
    }
}
