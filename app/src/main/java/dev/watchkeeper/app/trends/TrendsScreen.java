package dev.watchkeeper.app.trends;

import dev.watchkeeper.app.chart.Lane;
import dev.watchkeeper.app.chart.Trace;
import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.fx.SavePrompt;
import dev.watchkeeper.app.screen.Labeller;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.rule.Rules;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;

/** Trends as a screen. */
public final class TrendsScreen implements Screen {
    private final TrendsViewModel model;
    private final TrendsView view;

    public TrendsScreen(
            Alarms alarms,
            Labels labels,
            Assets assets,
            LiveReadings live,
            ReadingHistory history,
            Rules rules,
            ScreenContext context,
            Navigator navigator,
            Labeller labeller,
            SavePrompt save) {
        TrendReader reader = new TrendReader(alarms, labels, assets, history, rules, new TraceLoader(history, live));
        TrendLabels picked = new TrendLabels(labels, labeller);
        model = new TrendsViewModel(reader, assets, live, context, picked);
        TrendExport export = new TrendExport(new CsvExport(history, live, assets), save, context);
        view = new TrendsView(model, new LimitDrafts(rules), export, navigator, context.formats(), context.clock());
    }

    /** Shows these sensors, live. */
    public void show(List<SensorId> sensors) {
        model.choose(sensors);
        model.follow();
    }

    /** Shows these sensors over a span. */
    public void show(List<SensorId> sensors, TimeSpan span) {
        model.choose(sensors);
        model.showSpan(span);
    }

    @Override
    public ScreenId id() {
        return ScreenId.TRENDS;
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
        return model.loaded() && view.drawn();
    }

    /** Shows the newest stretch of these sensors, live. */
    public void showNewest(List<SensorId> sensors, Duration length) {
        model.choose(sensors);
        model.showNewest(length);
    }

    /** Event time of the newest column that is drawn of a sensor; empty while there is none. */
    public Optional<Instant> drawnUntil(SensorId sensor) {
        for (Lane lane : model.pictureProperty().get().lanes()) {
            for (Trace trace : lane.traces()) {
                int columns = trace.values().size();
                if (trace.sensor().id().equals(sensor) && columns > 0) {
                    return Optional.of(Instant.ofEpochMilli(trace.values().timeMillis(columns - 1)));
                }
            }
        }
        return Optional.empty();
    }
}
