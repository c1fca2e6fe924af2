package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An alarm as plain text, for a shift log or a mail. */
final class AlarmText {
    private AlarmText() {}

    static String of(AlarmDetail detail, Formats formats, Instant now) {
        Alarm alarm = detail.alarm();
        List<String> lines = new ArrayList<>();
        lines.add(detail.asset() + ": " + alarm.message());
        lines.add(Words.of(alarm.priority()) + ", " + Words.of(alarm.state()) + ", since "
                + formats.time(alarm.openedAt(), now) + ", score " + Formats.score(alarm.score()));
        lines.add("Cause: " + alarm.guidance().cause());
        lines.add("Consequence: " + alarm.guidance().consequence());
        lines.add("Action: " + alarm.guidance().action());
        for (AlarmDetail.Share share : detail.shares()) {
            lines.add(String.format(Locale.ROOT, "%s: %.0f %%", share.label(), 100 * share.share()));
        }
        for (JournalEntry entry : detail.journal()) {
            String text = entry.text().isBlank() ? "" : ": " + entry.text();
            lines.add(formats.time(entry.at(), now) + " " + Words.of(entry.kind()) + " by " + entry.who() + text);
        }
        return String.join(System.lineSeparator(), lines);
    }
}
