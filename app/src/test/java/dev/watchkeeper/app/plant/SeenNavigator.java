package dev.watchkeeper.app.plant;

import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.ArrayList;
import java.util.List;

/** Goes nowhere and keeps where it was sent. */
public final class SeenNavigator implements Navigator {
    private final List<String> seen = new ArrayList<>();

    /** In words, in order. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void openTrends(List<SensorId> sensors) {
        seen.add("trends " + sensors);
    }

    @Override
    public void openTrends(List<SensorId> sensors, TimeSpan span) {
        seen.add("trends " + sensors + " " + span);
    }

    @Override
    public void openAlarm(AlarmId alarm) {
        seen.add("alarm " + alarm);
    }

    @Override
    public void openModel(AssetId asset) {
        seen.add("model " + asset);
    }

    @Override
    public void open(ScreenId screen) {
        seen.add("screen " + screen);
    }

    @Override
    public void open(ScreenId screen, String part) {
        seen.add("screen " + screen + " " + part);
    }

    @Override
    public void ask(AlarmId alarm) {
        seen.add("ask " + alarm);
    }

    @Override
    public void ask(List<SensorId> sensors, TimeSpan span) {
        seen.add("ask " + sensors + " " + span);
    }

    @Override
    public void openRule(RuleDraft draft) {
        seen.add("rule " + draft);
    }
}
