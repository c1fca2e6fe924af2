package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.AlarmLogic;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.JournalQuery;
import dev.watchkeeper.engine.alarm.JournalRecord;
import dev.watchkeeper.engine.live.Assets;
import java.util.List;

/**
 * Lines of the whole journal.
 *
 * @param rows the newest first
 * @param more whether there are older ones that are not in it
 */
public record JournalPage(List<Row> rows, boolean more) {
    /** So many lines are shown at most. */
    static final int MOST = 2_000;

    public JournalPage {
        rows = List.copyOf(rows);
    }

    /** A line, with what the screen calls its asset. */
    public record Row(JournalRecord line, String asset) {
        public JournalEntry entry() {
            return line.entry();
        }

        /** What happened, in words. */
        public String what() {
            return Words.of(entry().kind());
        }

        public String who() {
            return entry().who().equals(AlarmLogic.ENGINE) ? "" : entry().who();
        }
    }

    /** Any thread. */
    static JournalPage read(AlarmControls alarms, Assets assets, JournalQuery query, int most) {
        List<JournalRecord> lines = alarms.journal(query, most + 1);
        return new JournalPage(
                lines.stream()
                        .limit(most)
                        .map(line -> new Row(line, AlarmList.label(assets, line.asset())))
                        .toList(),
                lines.size() > most);
    }
}
