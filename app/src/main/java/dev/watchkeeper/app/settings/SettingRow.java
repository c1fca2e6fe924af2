package dev.watchkeeper.app.settings;

import java.util.List;

/**
 * A line of a section.
 *
 * @param key by which it is known within the section
 * @param cells one for each column
 * @param wrong whether it wants attention
 */
record SettingRow(String key, List<String> cells, boolean wrong) {
    SettingRow {
        cells = List.copyOf(cells);
    }
}
