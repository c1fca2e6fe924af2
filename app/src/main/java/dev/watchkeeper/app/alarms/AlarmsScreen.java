package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.TextClipboard;
import dev.watchkeeper.app.screen.Acknowledger;
import dev.watchkeeper.app.screen.Labeller;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Subscription;
import javafx.scene.Parent;

/** Alarms as a screen. */
public final class AlarmsScreen implements Screen {
    private final AlarmsViewModel model;
    private final AlarmsView view;

    public AlarmsScreen(
            Alarms alarms,
            Labels labels,
            Assets assets,
            TraceLoader traces,
            ScreenContext context,
            Symbols symbols,
            Navigator navigator,
            Acknowledger acknowledger,
            Labeller labeller,
            TextClipboard clipboard) {
        model = new AlarmsViewModel(alarms, labels, assets, traces, context, acknowledger, labeller);
        view = new AlarmsView(model, context.formats(), symbols, navigator, clipboard, context.clock());
    }

    /** Selects an alarm, listed or not. */
    public void select(AlarmId alarm) {
        model.select(alarm);
    }

    @Override
    public ScreenId id() {
        return ScreenId.ALARMS;
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
        return !(model.listProperty().get() instanceof Load.Loading<AlarmList>) && view.drawn();
    }
}
