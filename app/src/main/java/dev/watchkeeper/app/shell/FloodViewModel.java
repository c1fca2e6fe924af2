package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.kpi.FloodNow;
import dev.watchkeeper.engine.alarm.kpi.FloodWatch;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether alarms flood, on whatever screen one is. UI thread. */
public final class FloodViewModel {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LOOKS_PER_RELOAD = 10;

    private final Alarms alarms;
    private final Assets assets;
    private final ScreenContext context;
    private final FloodWatch watch;
    private final ReadOnlyObjectWrapper<Optional<Banner>> banner = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What the banner says.
     *
     * @param head how many alarms, since when, on how many assets
     * @param first which asset was first, and what its first alarm says
     */
    public record Banner(String head, String first, Alarm firstOut) {}

    FloodViewModel(Alarms alarms, Assets assets, ScreenContext context) {
        this.alarms = alarms;
        this.assets = assets;
        this.context = context;
        watch = new FloodWatch(alarms);
    }

    /** Empty while alarms do not flood. */
    public ReadOnlyObjectProperty<Optional<Banner>> bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    /** Keeps it up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<Optional<Banner>> loader =
                new Loader<>("The flood of alarms", context.background(), context.ui(), this::publish);
        Beat beat = new Beat(loader);
        return new Subscriptions()
                .add(loader)
                .add(alarms.onChange(alarm -> beat.changed = true))
                .add(context.pulse().every(LOOK, beat::tick));
    }

    private void publish(Load<Optional<Banner>> load) {
        if (load instanceof Load.Ready<Optional<Banner>>(Optional<Banner> now)) {
            banner.set(now);
        }
    }

    private Optional<Banner> look(Instant now) {
        return watch.look(now).map(flood -> words(flood, now));
    }

    private Banner words(FloodNow flood, Instant now) {
        Alarm first = flood.firstOut();
        int count = flood.assets().size();
        String on = count == 1 ? "one asset" : count + " assets";
        String head = "Alarm flood: " + flood.alarms() + " alarms on " + on + " since "
                + context.formats().time(flood.since(), now) + ", " + flood.lately() + " in the last 10 min";
        String asset = assets.find(first.asset())
                .map(Asset::label)
                .orElse(first.asset().value());
        return new Banner(head, "First: " + asset + ", " + first.message(), first);
    }

    private final class Beat {
        private final Loader<Optional<Banner>> loader;
        private volatile boolean changed = true;
        private int looks;

        Beat(Loader<Optional<Banner>> loader) {
            this.loader = loader;
        }

        void tick() {
            looks++;
            if (changed || looks >= LOOKS_PER_RELOAD) {
                changed = false;
                looks = 0;
                Instant now = context.clock().instant();
                loader.load(() -> look(now));
            }
        }
    }
}
