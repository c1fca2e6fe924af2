package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The list of rules, narrowed down by a filter, with one of them selected. UI thread. */
public final class RuleListViewModel {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final RulePorts ports;
    private final ScreenContext context;
    private final RuleActions actions;
    private final Consumer<RuleDraft> open;
    private final RuleReader reader;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Load<List<RuleRow>>> rows = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyObjectWrapper<@Nullable RuleRow> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private List<RuleRow> all = List.of();
    private boolean loaded;
    private @Nullable RuleId wanted;

    /** @param open shows the dialog with a draft */
    public RuleListViewModel(RulePorts ports, ScreenContext context, RuleActions actions, Consumer<RuleDraft> open) {
        this.ports = ports;
        this.context = context;
        this.actions = actions;
        this.open = open;
        reader = new RuleReader(ports.rules(), new RuleWords(ports.assets()), context.formats());
        filter.subscribe((before, now) -> show());
    }

    /** Follows the rules until the subscription is closed. */
    public Subscription attach() {
        Loader<List<RuleRow>> loader = new Loader<>("The rules", context.background(), context.ui(), this::publish);
        Beat beat = new Beat(loader);
        return new Subscriptions()
                .add(loader)
                .add(ports.rules().onChange(version -> beat.changed = true))
                .add(context.pulse().every(LOOK, beat::tick));
    }

    private final class Beat {
        private final Loader<List<RuleRow>> loader;
        private volatile boolean changed = true;
        private long seenAssets = -1;

        Beat(Loader<List<RuleRow>> loader) {
            this.loader = loader;
        }

        void tick() {
            long version = ports.assets().version();
            if (changed || version != seenAssets) {
                changed = false;
                seenAssets = version;
                loader.load(() -> reader.read(context.clock().instant()));
            }
        }
    }

    RuleActions actions() {
        return actions;
    }

    StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<Load<List<RuleRow>>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The selected rule; null while there is none. */
    ReadOnlyObjectProperty<@Nullable RuleRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Whether it is being asked if the selected rule is to be removed. */
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** How many rules there are before the filter. */
    int count() {
        return all.size();
    }

    void select(@Nullable RuleId id) {
        wanted = id;
        asking.set(false);
        selected.set(all.stream().filter(row -> row.id().equals(id)).findFirst().orElse(null));
    }

    /** Opens the dialog for a new rule. */
    void create(RuleKind kind) {
        if (!actions.readOnly()) {
            open.accept(RuleDraft.empty(kind));
        }
    }

    /** Opens the dialog with the selected rule. */
    void edit() {
        RuleRow row = selected.get();
        if (row != null && !actions.readOnly()) {
            open.accept(RuleDraft.of(row.rule()));
        }
    }

    /** Switches the selected rule off where it is on, and on where it is off. */
    void toggle() {
        RuleRow row = selected.get();
        if (row != null) {
            actions.switchTo(row.rule(), !row.enabled());
        }
    }

    /** Asks whether the selected rule is to be removed. */
    void askToRemove() {
        asking.set(selected.get() != null && !actions.readOnly());
    }

    void keep() {
        asking.set(false);
    }

    /** Removes the selected rule after it was asked. */
    void remove() {
        RuleRow row = selected.get();
        if (row != null && asking.get()) {
            asking.set(false);
            actions.remove(row.rule());
        }
    }

    private void publish(Load<List<RuleRow>> load) {
        if (load instanceof Load.Ready<List<RuleRow>>(List<RuleRow> read)) {
            all = read;
            loaded = true;
            show();
        } else {
            rows.set(load);
        }
    }

    private void show() {
        if (!loaded) {
            return;
        }
        RuleId id = wanted;
        RuleRow now =
                all.stream().filter(row -> row.id().equals(id)).findFirst().orElse(null);
        if (now == null) {
            asking.set(false);
        }
        selected.set(now);
        rows.set(new Load.Ready<>(
                all.stream().filter(row -> row.matches(filter.get())).toList()));
    }
}
