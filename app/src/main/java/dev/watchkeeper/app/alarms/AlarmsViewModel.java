package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.Acknowledger;
import dev.watchkeeper.app.screen.Labeller;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.kpi.FloodNow;
import dev.watchkeeper.engine.alarm.kpi.FloodWatch;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** The list of alarms under its filters, which one is selected, and all that is known of that one. UI thread. */
public final class AlarmsViewModel {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS_PER_RELOAD = 10;
    /** In a flood the list is read less often, so that the screen has time for its user. */
    private static final int LOOKS_IN_FLOOD = 5;

    private final Alarms alarms;
    private final Assets assets;
    private final Labels labels;
    private final DetailReader reader;
    private final ScreenContext context;
    private final Acknowledger acknowledger;
    private final Labeller labeller;
    private final ObjectProperty<AlarmScope> scope = new SimpleObjectProperty<>(AlarmScope.CURRENT);
    private final ObservableSet<Priority> priorities = FXCollections.observableSet(Priority.values());
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Load<AlarmList>> list = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyObjectWrapper<@Nullable AlarmId> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Load<AlarmDetail>> detail = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final FloodWatch floods;
    private volatile boolean flooding;
    private boolean listStale = true;
    private boolean detailStale = true;

    AlarmsViewModel(
            Alarms alarms,
            Labels labels,
            Assets assets,
            TraceLoader traces,
            ScreenContext context,
            Acknowledger acknowledger,
            Labeller labeller) {
        this.alarms = alarms;
        this.labels = labels;
        this.assets = assets;
        this.labeller = labeller;
        reader = new DetailReader(alarms, labels, assets, traces);
        floods = new FloodWatch(alarms);
        this.context = context;
        this.acknowledger = acknowledger;
        scope.subscribe(value -> listStale = true);
        filter.subscribe(value -> listStale = true);
        priorities.addListener((SetChangeListener<Priority>) change -> listStale = true);
    }

    public ObjectProperty<AlarmScope> scopeProperty() {
        return scope;
    }

    /** The priorities that are listed. */
    public ObservableSet<Priority> priorities() {
        return priorities;
    }

    /** Part of a message or of an asset's name; alarms without it are left out. */
    public StringProperty filterProperty() {
        return filter;
    }

    public ReadOnlyObjectProperty<Load<AlarmList>> listProperty() {
        return list.getReadOnlyProperty();
    }

    /** Null while none is selected. */
    public ReadOnlyObjectProperty<@Nullable AlarmId> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Of the selected alarm. */
    public ReadOnlyObjectProperty<Load<AlarmDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    public String user() {
        return acknowledger.user();
    }

    /** Selects an alarm, listed or not. */
    public void select(AlarmId alarm) {
        if (!alarm.equals(selected.get())) {
            selected.set(alarm);
            detail.set(new Load.Loading<>());
            detailStale = true;
        }
    }

    /** Lists all that is current, whatever was filtered before. */
    public void showAllCurrent() {
        scope.set(AlarmScope.CURRENT);
        priorities.addAll(List.of(Priority.values()));
        filter.set("");
    }

    /** Acknowledges the selected alarm, if there is one that wants it. */
    public void acknowledgeSelected(String user, String note) {
        shown().filter(alarm -> !alarm.state().acknowledged())
                .ifPresent(alarm -> acknowledger.acknowledge(alarm.id(), user, note));
    }

    /** Says what the selected alarm was, if there is one. */
    public void labelSelected(LabelKind kind, String reason, String user) {
        shown().ifPresent(alarm ->
                labeller.label(List.of(reader.subject(alarm, context.clock().instant())), kind, reason, user));
    }

    /** Takes back what was said of the selected alarm, if anything was. */
    public void undoLabelOfSelected(String user) {
        if (detail.get() instanceof Load.Ready<AlarmDetail>(AlarmDetail ready)) {
            ready.label().ifPresent(label -> labeller.undo(List.of(label), user));
        }
    }

    /** Keeps list and detail up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<AlarmList> lists = new Loader<>("The list of alarms", context.background(), context.ui(), this::publish);
        Loader<AlarmDetail> details =
                new Loader<>("The alarm", context.background(), context.ui(), this::publishDetail);
        Beat beat = new Beat(lists, details);
        listStale = true;
        detailStale = true;
        Subscription listening = alarms.onChange(beat::changed);
        Subscription answers = labels.onChange(change -> beat.labelled = true);
        return new Subscriptions()
                .add(lists)
                .add(details)
                .add(listening)
                .add(answers)
                .add(context.pulse().every(LOOK, beat::tick));
    }

    private AlarmList read(AlarmList.Wanted wanted, Instant now) {
        Optional<FloodNow> flood = floods.look(now);
        flooding = flood.isPresent();
        return AlarmList.read(alarms, labels, assets, wanted, now, flood);
    }

    private Optional<Alarm> shown() {
        return detail.get() instanceof Load.Ready<AlarmDetail>(AlarmDetail ready)
                ? Optional.of(ready.alarm())
                : Optional.empty();
    }

    private void publish(Load<AlarmList> load) {
        list.set(load);
        if (selected.get() == null && load instanceof Load.Ready<AlarmList>(AlarmList ready)) {
            ready.groups().stream()
                    .findFirst()
                    .ifPresent(group -> select(group.alarms().getFirst().id()));
        }
    }

    private void publishDetail(Load<AlarmDetail> load) {
        boolean meanwhileAnother = load instanceof Load.Ready<AlarmDetail>(AlarmDetail ready)
                && !ready.alarm().id().equals(selected.get());
        if (!meanwhileAnother) {
            detail.set(load);
        }
    }

    private final class Beat {
        private final Loader<AlarmList> lists;
        private final Loader<AlarmDetail> details;
        private volatile boolean changed;
        private volatile boolean labelled;
        private volatile boolean shownChanged;
        private volatile @Nullable AlarmId shown;
        private int looks;

        Beat(Loader<AlarmList> lists, Loader<AlarmDetail> details) {
            this.lists = lists;
            this.details = details;
        }

        /** In a flood the list is read for whatever changes, the detail only for its own alarm. */
        void changed(Alarm alarm) {
            changed = true;
            if (alarm.id().equals(shown)) {
                shownChanged = true;
            }
        }

        void tick() {
            looks++;
            boolean timeIsUp = looks >= LOOKS_PER_RELOAD;
            boolean mayRead = !flooding || looks % LOOKS_IN_FLOOD == 0 || shownChanged;
            boolean due = (changed && mayRead) || labelled || timeIsUp;
            boolean detailDue = shownChanged || labelled || timeIsUp;
            if (due) {
                changed = false;
                labelled = false;
            }
            if (timeIsUp) {
                looks = 0;
            }
            Instant now = context.clock().instant();
            if (due || listStale) {
                listStale = false;
                AlarmList.Wanted wanted = new AlarmList.Wanted(scope.get(), priorities, filter.get());
                lists.load(() -> read(wanted, now));
            }
            AlarmId id = selected.get();
            shown = id;
            if (id != null && (detailDue || detailStale)) {
                detailStale = false;
                shownChanged = false;
                details.load(() -> reader.read(id, now));
            }
        }
    }
}
