package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Alarm;
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
        for (AlarmDetail.Part part : detail.parts()) {
            lines.add(Formats.score(part.score()) + " " + part.label() + ": " + EvidenceWords.of(part.part()));
        }
        for (AlarmDetail.Earlier one : detail.earlier()) {
            lines.add(one.sensor().label() + ": " + EvidenceWords.of(one.window(), one.sensor(), formats, now));
        }
        for (JournalLine entry : JournalLine.of(detail)) {
            String note = entry.note().isBlank() ? "" : ": " + entry.note();
            lines.add(formats.time(entry.at(), now) + " " + entry.what() + note);
        }
        return String.join(System.lineSeparator(), lines);
    }
}
