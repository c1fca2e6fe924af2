package dev.watchkeeper.app.chart;

import java.util.List;
import java.util.Locale;

/** What is drawn in a colour of its own; the stylesheet sets each as {@code -wk-ink-…} on {@code .trend-palette}. */
enum Ink {
    PLOT,
    GRID,
    DAY,
    TEXT,
    BAND,
    FOCUS,
    ANOMALY,
    EARLIER,
    LABEL,
    SELECTION,
    CURSOR,
    CURSOR_TEXT,
    LOW,
    MEDIUM,
    HIGH,
    ALARM_NUMBER,
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    SERIES_6,
    SERIES_7,
    SERIES_8;

    private static final List<Ink> SERIES =
            List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6, SERIES_7, SERIES_8);

    /** The ink of the nth series of a lane; after eight they begin again. */
    static Ink series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    String property() {
        return "-wk-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
