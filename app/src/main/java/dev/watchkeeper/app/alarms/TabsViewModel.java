package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Which tab is seen, and how much is on each of those that list something. UI thread. */
public final class TabsViewModel {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int LOOKS_PER_RELOAD = 4;

    private final AlarmControls alarms;
    private final IntSupplier devices;
    private final ScreenContext context;
    private final ObjectProperty<AlarmTab> tab = new SimpleObjectProperty<>(AlarmTab.ACTIVE);
    private final ReadOnlyObjectWrapper<Map<AlarmTab, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());

    /** @param devices how many devices are not good; asked on the background executor */
    TabsViewModel(AlarmControls alarms, IntSupplier devices, ScreenContext context) {
        this.alarms = alarms;
        this.devices = devices;
        this.context = context;
    }

    public ObjectProperty<AlarmTab> tabProperty() {
        return tab;
    }

    /** Alarms that are shown, suppressions of each way, and devices that are not good; a tab without a count is not in it. */
    public ReadOnlyObjectProperty<Map<AlarmTab, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Keeps the counts up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<Map<AlarmTab, Integer>> loader =
                new Loader<>("The number of alarms", context.background(), context.ui(), this::publish);
        Beat beat = new Beat(loader);
        return new Subscriptions()
                .add(loader)
                .add(alarms.onChange(alarm -> beat.changed = true))
                .add(context.pulse().every(LOOK, beat::tick));
    }

    private Map<AlarmTab, Integer> count() {
        Map<AlarmTab, Integer> all = new EnumMap<>(AlarmTab.class);
        all.put(AlarmTab.ACTIVE, alarms.current().size());
        all.put(AlarmTab.DEVICES, devices.getAsInt());
        for (AlarmTab each : AlarmTab.values()) {
            each.slot()
                    .ifPresent(slot -> all.put(each, (int) alarms.suppressions().stream()
                            .map(Suppression::kind)
                            .filter(kind -> kind.slot() == slot)
                            .count()));
        }
        return all;
    }

    private void publish(Load<Map<AlarmTab, Integer>> load) {
        if (load instanceof Load.Ready<Map<AlarmTab, Integer>>(Map<AlarmTab, Integer> all)) {
            counts.set(all);
        }
    }

    private final class Beat {
        private final Loader<Map<AlarmTab, Integer>> loader;
        private volatile boolean changed = true;
        private int looks;

        Beat(Loader<Map<AlarmTab, Integer>> loader) {
            this.loader = loader;
        }

        void tick() {
            looks++;
            if (changed || looks >= LOOKS_PER_RELOAD) {
                changed = false;
                looks = 0;
                loader.load(TabsViewModel.this::count);
            }
        }
    }
}
