package dev.watchkeeper.engine.notify;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Notices and messages for tests. */
public final class SampleNotices {
    public static final Instant AT = Instant.parse("2026-03-01T03:00:02Z");

    private SampleNotices() {}

    public static Notice raised(String id, Priority priority) {
        return raised(id, priority, "Discharge pressure of Feed pump left its usual pattern");
    }

    public static Notice raised(String id, Priority priority, String headline) {
        return new Notice(
                id,
                NoticeKind.ALARM_RAISED,
                priority,
                new AssetId("P-101"),
                new AlarmId("alarm-" + id),
                AT,
                AT.minusSeconds(2),
                headline,
                "priority HIGH, score 0.93 of 1",
                "Strainer clogged",
                "Pump runs dry",
                "Switch to P-102",
                List.of());
    }

    public static Message message(Notice notice) {
        return new NoticeText(ZoneOffset.UTC).message(notice.id(), notice, new AckOffer("ABCD-EFGH", null));
    }
}
