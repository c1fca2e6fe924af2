package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.AlarmLogic;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.live.Assets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Something that is suppressed.
 *
 * @param what as the screen calls its source
 * @param by who or what suppresses it
 * @param until when it ends, and how long that is from now, in words
 * @param hidden its alarms that are not over, the most urgent first
 */
public record HiddenRow(Suppression suppression, String what, String by, String until, List<Alarm> hidden) {
    public HiddenRow {
        hidden = List.copyOf(hidden);
    }

    AlarmSource source() {
        return suppression.source();
    }

    /** What is suppressed in one way, what ends first above. Any thread. */
    static List<HiddenRow> read(
            AlarmControls alarms, Assets assets, Suppression.Slot slot, Formats formats, Instant now) {
        List<Alarm> hidden = alarms.suppressed();
        return alarms.suppressions().stream()
                .filter(one -> one.kind().slot() == slot)
                .sorted(Comparator.comparing((Suppression one) -> one.until().orElse(Instant.MAX))
                        .thenComparing(Suppression::since))
                .map(one -> new HiddenRow(
                        one,
                        AlarmNames.of(one.source(), assets),
                        one.by().equals(AlarmLogic.ENGINE) ? "Design logic" : one.by(),
                        until(one, formats, now),
                        hidden.stream()
                                .filter(one::covers)
                                .sorted(AlarmList.URGENCY.reversed())
                                .toList()))
                .toList();
    }

    private static String until(Suppression one, Formats formats, Instant now) {
        if (one.kind() == Suppression.Kind.BY_DESIGN) {
            return "the reason is gone";
        }
        String end = one.until()
                .map(at -> formats.time(at, now) + ", " + Formats.age(Duration.between(now, at)) + " left")
                .orElse("put back");
        return one.kind() == Suppression.Kind.SHELVED_ONCE ? "it returns, or " + end : end;
    }
}
