package dev.watchkeeper.app.maintenance;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.HoursWords;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindow;
import dev.watchkeeper.engine.alarm.rule.DurationText;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A maintenance window as a line of the list.
 *
 * @param repeats once or weekly
 * @param when in local time
 * @param open whether alarms of the asset are suppressed by it now
 */
record WindowRow(MaintenanceWindow window, String asset, String repeats, String when, boolean open) {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static WindowRow of(MaintenanceWindow window, Assets assets, Formats formats, Instant now) {
        MaintenanceWindow.Once once = window.onceOrNull();
        return new WindowRow(
                window,
                assets.find(window.asset())
                        .map(Asset::label)
                        .orElse(window.asset().value()),
                once == null ? "Weekly" : "Once",
                when(window, formats),
                window.isOpen(now));
    }

    String id() {
        return window.id();
    }

    String state() {
        return open ? "open now" : "";
    }

    private static String when(MaintenanceWindow window, Formats formats) {
        MaintenanceWindow.Once once = window.onceOrNull();
        if (once != null) {
            var from = once.start().atZone(formats.zone());
            var to = once.end().atZone(formats.zone());
            boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
            return DAY_AND_TIME.format(from) + " – " + (oneDay ? TIME : DAY_AND_TIME).format(to);
        }
        MaintenanceWindow.Weekly weekly = window.weeklyOrNull();
        if (weekly == null) {
            return "";
        }
        String zone = weekly.zone().equals(formats.zone()) ? "" : ", " + weekly.zone();
        return HoursWords.of(weekly.day()) + " from " + weekly.start() + " for " + length(weekly.length()) + zone;
    }

    static String length(Duration length) {
        return DurationText.written(length);
    }
}
