package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.assistant.tool.Destination;

/** How an answer leads to a screen. UI thread. */
final class Ways {
    private Ways() {}

    static String words(Destination destination) {
        return switch (destination) {
            case Destination.Overview overview -> "Open the overview";
            case Destination.Trends trends -> "Open in Trends";
            case Destination.AlarmList list -> "Open the alarms";
            case Destination.OneAlarm alarm -> "Open this alarm";
            case Destination.Kpis kpis -> "Open the figures";
            case Destination.Models models -> "Open the models";
            case Destination.Pipeline pipeline -> "Open the overview";
            case Destination.Settings settings -> "Open the settings";
        };
    }

    static void follow(Destination destination, Navigator navigator) {
        switch (destination) {
            case Destination.Overview overview -> navigator.open(ScreenId.OVERVIEW);
            case Destination.Trends trends when trends.sensors().isEmpty() -> navigator.open(ScreenId.TRENDS);
            case Destination.Trends trends ->
                trends.span()
                        .ifPresentOrElse(
                                span -> navigator.openTrends(trends.sensors(), span),
                                () -> navigator.openTrends(trends.sensors()));
            case Destination.AlarmList list -> navigator.open(ScreenId.ALARMS);
            case Destination.OneAlarm one -> navigator.openAlarm(one.alarm());
            case Destination.Kpis kpis -> navigator.open(ScreenId.ALARMS, "kpis");
            case Destination.Models models ->
                models.asset().ifPresentOrElse(navigator::openModel, () -> navigator.open(ScreenId.MODELS));
            case Destination.Pipeline pipeline -> navigator.open(ScreenId.OVERVIEW);
            case Destination.Settings settings -> navigator.open(ScreenId.SETTINGS);
        }
    }
}
