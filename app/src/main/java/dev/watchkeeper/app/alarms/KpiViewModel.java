package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.kpi.KpiPeriod;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The figures of the alarm system over a period, measured in the background. UI thread. */
public final class KpiViewModel {
    private static final Duration LOOK = Duration.ofMillis(250);
    /** Measured again after so many looks, while something changes or not: time passes too. */
    private static final int LOOKS_PER_RELOAD = 40;

    private final AlarmControls alarms;
    private final Assets assets;
    private final Supplier<List<AlarmRule>> rules;
    private final ScreenContext context;
    private final ObjectProperty<KpiPeriod> period = new SimpleObjectProperty<>(KpiPeriod.DAY);
    private final ReadOnlyIntegerWrapper back = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Load<KpiReport>> report = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private boolean stale = true;

    KpiViewModel(AlarmControls alarms, Assets assets, Supplier<List<AlarmRule>> rules, ScreenContext context) {
        this.alarms = alarms;
        this.assets = assets;
        this.rules = rules;
        this.context = context;
        period.subscribe(value -> {
            back.set(0);
            ask();
        });
    }

    public ObjectProperty<KpiPeriod> periodProperty() {
        return period;
    }

    /** How many whole periods before the present one are shown; 0 for the newest. */
    public ReadOnlyIntegerProperty backProperty() {
        return back.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Load<KpiReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Shows the period before the one that is shown. */
    public void earlier() {
        back.set(back.get() + 1);
        ask();
    }

    /** Shows the period after the one that is shown, up to the newest. */
    public void later() {
        if (back.get() > 0) {
            back.set(back.get() - 1);
            ask();
        }
    }

    /** The span that is shown. */
    TimeSpan span() {
        return period.get()
                .back(back.get(), context.clock().instant(), context.formats().zone());
    }

    /** Keeps the figures up to date until the subscription is closed. */
    public Subscription attach() {
        Loader<KpiReport> loader =
                new Loader<>("The figures of the alarms", context.background(), context.ui(), this::publish);
        Beat beat = new Beat(loader);
        stale = true;
        return new Subscriptions().add(loader).add(context.pulse().every(LOOK, beat::tick));
    }

    private void ask() {
        report.set(new Load.Loading<>());
        stale = true;
    }

    /** What was measured before another period was asked for is not shown. */
    private void publish(Load<KpiReport> load) {
        if (!stale) {
            report.set(load);
        }
    }

    private final class Beat {
        private final Loader<KpiReport> loader;
        private int looks;

        Beat(Loader<KpiReport> loader) {
            this.loader = loader;
        }

        void tick() {
            looks++;
            if (stale || looks >= LOOKS_PER_RELOAD) {
                stale = false;
                looks = 0;
                Instant now = context.clock().instant();
                TimeSpan wanted = span();
                loader.load(() -> KpiReport.read(alarms, assets, rules.get(), wanted, now, context.formats()));
            }
        }
    }
}
