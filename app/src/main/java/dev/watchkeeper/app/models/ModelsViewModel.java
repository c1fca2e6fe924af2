package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.model.desk.AuditEntry;
import dev.watchkeeper.engine.model.desk.Deployment;
import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The assets with their models, which one is selected, and all that is known of its models. UI thread. */
public final class ModelsViewModel {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS_PER_LIST = 10;
    private static final int LOOKS_PER_SCORE = 100;
    private static final int LOOKS_PER_FACTS = 600;
    private static final int LOOKS_PER_RECORD = 50;
    private static final int MOST_ENTRIES = 200;

    private final ModelPorts ports;
    private final Alarms alarms;
    private final Labels labels;
    private final Assets assets;
    private final ScreenContext context;
    private final ModelActions actions;
    private final DriftViewModel drift;
    private final RunsViewModel runs;
    private final PolicyViewModel policy = new PolicyViewModel();
    private final AssetSection<ScoreCourse> score;
    private final AssetSection<VersionFacts> facts;
    private final AssetSection<List<AuditEntry>> record;
    private final ReadOnlyObjectWrapper<Load<List<ModelRow>>> rows = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyObjectWrapper<@Nullable AssetId> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ModelRow> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Integer> asking = new ReadOnlyObjectWrapper<>();

    ModelsViewModel(
            ModelPorts ports,
            Alarms alarms,
            Labels labels,
            Assets assets,
            ScreenContext context,
            ModelActions actions) {
        this.ports = ports;
        this.alarms = alarms;
        this.labels = labels;
        this.assets = assets;
        this.context = context;
        this.actions = actions;
        drift = new DriftViewModel(ports.drift(), context);
        runs = new RunsViewModel(ports, context);
        score = new AssetSection<>("The scores by labels", LOOKS_PER_SCORE, context);
        facts = new AssetSection<>("The version", LOOKS_PER_FACTS, context);
        record = new AssetSection<>("The record", LOOKS_PER_RECORD, context);
    }

    ModelActions actions() {
        return actions;
    }

    DriftViewModel drift() {
        return drift;
    }

    RunsViewModel runs() {
        return runs;
    }

    PolicyViewModel policy() {
        return policy;
    }

    /** The assets, those that want most attention first. */
    ReadOnlyObjectProperty<Load<List<ModelRow>>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The selected asset's row as it now stands; null while nothing is selected or loaded. */
    ReadOnlyObjectProperty<@Nullable ModelRow> currentProperty() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Load<ScoreCourse>> scoreProperty() {
        return score.property();
    }

    ReadOnlyObjectProperty<Load<VersionFacts>> factsProperty() {
        return facts.property();
    }

    /** What was done to the asset's models, the newest first. */
    ReadOnlyObjectProperty<Load<List<AuditEntry>>> recordProperty() {
        return record.property();
    }

    /** The version of which the user is asked whether to promote it; null while none is. */
    ReadOnlyObjectProperty<@Nullable Integer> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Selects an asset, listed yet or not. */
    void select(AssetId asset) {
        if (!asset.equals(selected.get())) {
            selected.set(asset);
            asking.set(null);
            actions.clear();
            drift.forget();
            runs.forget();
            score.forget();
            facts.forget();
            record.forget();
            current.set(null);
            find(asset).ifPresent(row -> show(row, true));
        }
    }

    /** Asks whether to promote a version. */
    void askToPromote(int number) {
        asking.set(number);
    }

    /** The user answers the question. */
    void answer(boolean yes) {
        Integer number = asking.get();
        ModelRow row = current.get();
        asking.set(null);
        if (yes && number != null && row != null) {
            actions.promote(row, number);
        }
    }

    /** Keeps all of it up to date until the subscription is closed. */
    Subscription attach() {
        Loader<List<ModelRow>> lists =
                new Loader<>("The list of models", context.background(), context.ui(), this::publish);
        Beat beat = new Beat(lists);
        return new Subscriptions()
                .add(lists)
                .add(drift.attach())
                .add(runs.attach())
                .add(score.attach())
                .add(facts.attach())
                .add(record.attach())
                .add(ports.models().onChange(card -> beat.changed = true))
                .add(labels.onChange(change -> beat.labelled = true))
                .add(context.pulse().every(LOOK, beat::tick));
    }

    private Optional<ModelRow> find(AssetId asset) {
        return rows.get() instanceof Load.Ready<List<ModelRow>>(List<ModelRow> ready)
                ? ready.stream().filter(row -> row.id().equals(asset)).findFirst()
                : Optional.empty();
    }

    private void publish(Load<List<ModelRow>> load) {
        rows.set(load);
        AssetId asset = selected.get();
        if (load instanceof Load.Ready<List<ModelRow>>(List<ModelRow> ready) && !ready.isEmpty()) {
            if (asset == null) {
                select(ready.getFirst().id());
            } else {
                find(asset).ifPresent(row -> show(row, false));
            }
        }
    }

    private void show(ModelRow row, boolean anew) {
        ModelRow before = current.get();
        current.set(row);
        policy.show(row.card().policy(), anew || before == null);
        if (before == null || !roles(before.card()).equals(roles(row.card()))) {
            asking.set(null);
            facts.expire();
        }
        if (before == null || !settled(before.card()).equals(settled(row.card()))) {
            runs.expire();
            record.expire();
            drift.expire();
        }
    }

    /** Which versions have a role. */
    private static List<Object> roles(ModelCard card) {
        return List.of(
                card.champion().number(),
                card.challenger().map(Deployment::number).orElse(0));
    }

    /** All of a card but how far a training is and what the comparison says. */
    private static List<Object> settled(ModelCard card) {
        return List.of(roles(card), card.training().getClass(), card.policy(), card.drift());
    }

    private final class Beat {
        private final Loader<List<ModelRow>> lists;
        private volatile boolean changed = true;
        private volatile boolean labelled;
        private int looks;

        Beat(Loader<List<ModelRow>> lists) {
            this.lists = lists;
        }

        void tick() {
            looks++;
            if (changed || looks >= LOOKS_PER_LIST) {
                changed = false;
                looks = 0;
                lists.load(() -> ModelRow.read(ports.models(), assets));
            }
            if (labelled) {
                labelled = false;
                score.expire();
            }
            ModelRow row = current.get();
            if (row != null) {
                look(row, context.clock().instant());
            }
        }

        private void look(ModelRow row, Instant now) {
            drift.look(row.id());
            runs.look(row.card());
            score.look(() -> ScoreCourse.read(
                    alarms, labels, row.id(), row.card().policy().fewestLabels(), now));
            facts.look(() -> VersionFacts.read(ports.models(), row.card()));
            record.look(() -> ports.models().audit(row.id(), MOST_ENTRIES));
        }
    }
}
