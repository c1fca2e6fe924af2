package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.DeviceEpisode;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.DeviceStatus;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;

/**
 * What a device went through.
 *
 * @param span from its beginning to its end, or till now while it goes on
 * @param until in words
 */
public record PastDeviceRow(
        SensorId id,
        String asset,
        String sensor,
        DeviceState state,
        String stateWords,
        TimeSpan span,
        String since,
        String until,
        String lasted,
        String why) {
    static PastDeviceRow of(DeviceEpisode episode, Assets assets, Formats formats, Instant now) {
        DeviceStatus status = episode.status();
        Instant begun = status.since();
        Instant end = episode.until().orElse(now);
        TimeSpan span = new TimeSpan(begun, end.isAfter(begun) ? end : begun.plusMillis(1));
        return new PastDeviceRow(
                status.sensor(),
                DeviceRow.asset(status.sensor(), assets),
                DeviceRow.sensor(status.sensor(), assets),
                status.state(),
                DeviceRow.capital(Words.shortly(status.state())),
                span,
                formats.time(begun, now),
                episode.until().map(at -> formats.time(at, now)).orElse("goes on"),
                // While it goes on its end would change with every look, and the line with it.
                episode.until().isPresent() ? Formats.age(span.length()) : Formats.roughAge(span.length()),
                formats.localized(status.why(), now));
    }

    /** What of the past is worth seeing with it: some time before, and a little after. */
    TimeSpan shown() {
        Duration margin = span.length().compareTo(Duration.ofMinutes(10)) > 0
                ? span.length().dividedBy(2)
                : Duration.ofMinutes(5);
        return new TimeSpan(span.start().minus(margin), span.end().plus(margin));
    }
}
