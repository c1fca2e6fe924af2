package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;

/** How one screen sends the user to another. UI thread. */
public interface Navigator {
    /** Trends with these sensors, live. */
    void openTrends(List<SensorId> sensors);

    /** Trends with these sensors over a span of the past. */
    void openTrends(List<SensorId> sensors, TimeSpan span);

    /** Alarms with this one selected. */
    void openAlarm(AlarmId alarm);

    /** Models with this asset selected. */
    void openModel(AssetId asset);

    /** A screen as it was left. */
    void open(ScreenId screen);

    /** A part of a screen, such as a tab, by its name. */
    void open(ScreenId screen, String part);

    /** The assistant beside the screen, asked why this alarm fired. */
    void ask(AlarmId alarm);

    /** The assistant beside the screen, asked about these sensors over a span. */
    void ask(List<SensorId> sensors, TimeSpan span);

    /** The dialog of alarm rules with this draft in it, to be completed, rehearsed and saved. */
    void openRule(RuleDraft draft);
}
