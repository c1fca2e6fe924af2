package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.DeviceStatus;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device that is not as it should be, or the pipeline in trouble.
 *
 * @param sensorOrNull null for the pipeline
 * @param asset as it is called; of the pipeline, the word itself
 * @param sensor as it is called; of the pipeline, its profile
 * @param since with how long that is; empty where it is not known
 * @param action what to do
 */
public record DeviceRow(
        @Nullable SensorId sensorOrNull,
        String asset,
        String sensor,
        DeviceState state,
        String stateWords,
        String since,
        String why,
        String action) {
    static DeviceRow of(DeviceStatus status, Assets assets, Formats formats, Instant now) {
        return new DeviceRow(
                status.sensor(),
                asset(status.sensor(), assets),
                sensor(status.sensor(), assets),
                status.state(),
                capital(Words.shortly(status.state())),
                formats.time(status.since(), now) + ", " + Formats.age(Duration.between(status.since(), now)),
                formats.localized(status.why(), now),
                status.action());
    }

    /** The pipeline as a line of its own; empty while it runs. */
    static Optional<DeviceRow> of(PipelineStatus status) {
        DeviceState state = switch (status.state()) {
            case RUNNING -> DeviceState.GOOD;
            case STARTING, RESTARTING, STOPPED -> DeviceState.FUNCTION_CHECK;
            case FAILED -> DeviceState.FAILURE;
        };
        String action = switch (status.state()) {
            case RUNNING -> "";
            case STARTING -> "Wait: readings are taken in within a minute.";
            case RESTARTING -> "Wait a minute; nothing is lost. If it goes on, look at the log.";
            case FAILED -> "Mend what the sentence names; what was sent meanwhile is read then.";
            case STOPPED -> "Start Watchkeeper again.";
        };
        return state == DeviceState.GOOD
                ? Optional.empty()
                : Optional.of(new DeviceRow(
                        null,
                        "Pipeline",
                        status.profile(),
                        state,
                        Words.of(status.state()),
                        "",
                        status.message(),
                        action));
    }

    static String asset(SensorId id, Assets assets) {
        return assets.find(id.asset()).map(Asset::label).orElse(id.asset().value());
    }

    static String sensor(SensorId id, Assets assets) {
        return assets.find(id.asset())
                .flatMap(asset -> asset.sensor(id))
                .map(Sensor::label)
                .orElse(id.name());
    }

    static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
