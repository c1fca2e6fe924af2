package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.SavePrompt;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.fx.TextClipboard;
import dev.watchkeeper.app.screen.Acknowledger;
import dev.watchkeeper.app.screen.Labeller;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.PopupLayer;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.DeviceStates;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.shift.Shifts;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Alarms as a screen: a tab for what is shown, for each way not to be shown, for devices, the journal and the figures. */
public final class AlarmsScreen implements Screen {
    private static final String SHELVE = "shelve";

    /** What of it can be shown by name: its tabs, and the popup that shelves. */
    public static final List<String> PARTS = Stream.concat(
                    Arrays.stream(AlarmTab.values()).map(AlarmTab::word), Stream.of(SHELVE))
            .toList();

    private final AlarmsViewModel model;
    private final AlarmsView view;
    private final TabsViewModel tabs;
    private final Map<AlarmTab, Supplier<Subscription>> flows = new EnumMap<>(AlarmTab.class);
    private final Map<AlarmTab, HiddenViewModel> hidden = new EnumMap<>(AlarmTab.class);
    private final JournalPageViewModel journal;
    private final DevicesViewModel devices;
    private final KpiView kpis;
    private final PopupLayer layer = new PopupLayer();
    private final AlarmTabsView root;
    private boolean shelveWanted;

    /**
     * @param rules the alarm rules that stand; asked on the background executor
     * @param pipeline as {@code rules}
     */
    public AlarmsScreen(
            AlarmControls alarms,
            Labels labels,
            Assets assets,
            Supplier<List<AlarmRule>> rules,
            DeviceStates devices,
            Supplier<PipelineStatus> pipeline,
            TraceLoader traces,
            ScreenContext context,
            Symbols symbols,
            Navigator navigator,
            Acknowledger acknowledger,
            AlarmHandling handling,
            Labeller labeller,
            TextClipboard clipboard,
            SavePrompt save) {
        HandlePopups popups = new HandlePopups(handling, layer, context.formats(), Shifts.STANDARD, context.clock());
        model = new AlarmsViewModel(alarms, labels, assets, traces, context, acknowledger, labeller);
        view = new AlarmsView(model, popups, context.formats(), symbols, navigator, clipboard, context.clock());
        tabs = new TabsViewModel(alarms, () -> DevicePage.count(devices, pipeline.get()), context);
        this.devices = new DevicesViewModel(devices, pipeline, assets, context, navigator);
        journal = new JournalPageViewModel(alarms, assets, context, save);
        KpiViewModel figures = new KpiViewModel(alarms, assets, rules, context);
        kpis = new KpiView(
                figures,
                new ShiftReportWriter(alarms, labels, assets, Shifts.STANDARD, context, save),
                navigator,
                context.formats().zone());
        Map<AlarmTab, Node> contents = new EnumMap<>(AlarmTab.class);
        contents.put(AlarmTab.ACTIVE, view);
        contents.put(AlarmTab.JOURNAL, new JournalPageView(journal, context.formats(), context.clock(), this::select));
        contents.put(AlarmTab.KPIS, kpis);
        contents.put(AlarmTab.DEVICES, new DevicesView(this.devices, symbols));
        flows.put(AlarmTab.DEVICES, this.devices::attach);
        flows.put(AlarmTab.ACTIVE, model::attach);
        flows.put(AlarmTab.JOURNAL, journal::attach);
        flows.put(AlarmTab.KPIS, figures::attach);
        for (AlarmTab tab : AlarmTab.values()) {
            tab.slot().ifPresent(slot -> {
                HiddenViewModel own = new HiddenViewModel(alarms, assets, slot, context, handling);
                hidden.put(tab, own);
                flows.put(tab, own::attach);
                contents.put(tab, new HiddenView(own, popups, context.formats(), context.clock(), this::select));
            });
        }
        root = new AlarmTabsView(tabs, contents, layer, handling.refusal().orElse(""));
    }

    /** Selects an alarm, listed or not. */
    public void select(AlarmId alarm) {
        tabs.tabProperty().set(AlarmTab.ACTIVE);
        model.select(alarm);
    }

    /** Calls with the alarm that is selected, now and whenever it changes; with null while none is. UI thread. */
    public void onSelect(Consumer<@Nullable AlarmId> listener) {
        model.selectedProperty().subscribe(listener);
    }

    /** Shows the list by asset, without filters, and selects an alarm in it. */
    public void showGroups(AlarmId alarm) {
        model.showAllCurrent();
        select(alarm);
    }

    @Override
    public ScreenId id() {
        return ScreenId.ALARMS;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Subscription attach() {
        return new Subscriptions().add(tabs.attach()).add(new SeenTab());
    }

    @Override
    public void showPart(String part) {
        shelveWanted = part.equals(SHELVE);
        AlarmTab tab = shelveWanted
                ? AlarmTab.ACTIVE
                : AlarmTab.named(part)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Alarms has no part " + part + "; there are " + String.join(", ", PARTS)));
        tabs.tabProperty().set(tab);
    }

    @Override
    public boolean ready() {
        if (shelveWanted && view.drawn() && view.shelve()) {
            shelveWanted = false;
        }
        boolean loaded = switch (tabs.tabProperty().get()) {
            case ACTIVE -> !(model.listProperty().get() instanceof Load.Loading<AlarmList>) && view.drawn();
            case JOURNAL -> !(journal.pageProperty().get() instanceof Load.Loading<JournalPage>);
            case KPIS -> kpis.drawn();
            case DEVICES -> !(devices.pageProperty().get() instanceof Load.Loading<DevicePage>);
            case SHELVED, SUPPRESSED, OUT_OF_SERVICE -> {
                HiddenViewModel own = hidden.get(tabs.tabProperty().get());
                yield own != null && !(own.rowsProperty().get() instanceof Load.Loading<List<HiddenRow>>);
            }
        };
        return loaded && !tabs.countsProperty().get().isEmpty() && !shelveWanted;
    }

    /** Lets data flow to the tab that is seen alone. */
    private final class SeenTab implements Subscription {
        private final javafx.util.Subscription listening;
        private @Nullable Subscription flow;

        SeenTab() {
            listening = tabs.tabProperty().subscribe(this::see);
        }

        private void see(AlarmTab tab) {
            Subscription before = flow;
            if (before != null) {
                before.close();
            }
            Supplier<Subscription> next = flows.get(tab);
            flow = next == null ? null : next.get();
        }

        @Override
        public void close() {
            listening.unsubscribe();
            Subscription last = flow;
            if (last != null) {
                last.close();
            }
        }
    }
}
