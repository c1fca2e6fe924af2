package dev.watchkeeper.engine.alarm.design;

import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.Latest;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Running;
import dev.watchkeeper.engine.signal.Sensor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether assets are stopped, by the newest readings of the sensor that tells. Where nothing can be said (the asset has no such
 * sensor, it is silent, too few readings are known) the asset counts as running, so that no alarm is hidden by mistake.
 * Thread-safe.
 */
final class StoppedAssets {
    private final LiveReadings live;

    StoppedAssets(LiveReadings live) {
        this.live = live;
    }

    /** Why an asset counts as stopped, in one sentence; empty where it does not. */
    Optional<String> stopped(Asset asset, Instant now) {
        Running running = asset.runningOrNull();
        if (running == null) {
            return Optional.empty();
        }
        Optional<Latest> latest = live.latest(running.sensor());
        if (latest.isEmpty() || latest.get().deviceState(now) == DeviceState.FAILURE) {
            return Optional.empty();
        }
        return isBelow(running, latest.get()) ? Optional.of(sentence(asset, running)) : Optional.empty();
    }

    private boolean isBelow(Running running, Latest latest) {
        if (latest.reading().value() >= running.atLeast()) {
            return false;
        }
        Instant needed = latest.reading().time().minus(running.stoppedAfter());
        Duration reach = Duration.ofMillis(2 * latest.usualIntervalMillis());
        List<Reading> readings = live.since(running.sensor(), needed.minus(reach));
        boolean known = !readings.isEmpty() && !readings.get(0).time().isAfter(needed);
        return known
                && readings.stream()
                        .filter(reading -> !reading.time().isBefore(needed))
                        .allMatch(reading -> reading.value() < running.atLeast());
    }

    private static String sentence(Asset asset, Running running) {
        Optional<Sensor> sensor = asset.sensor(running.sensor());
        String label = sensor.map(Sensor::label).orElse(running.sensor().name());
        String unit = sensor.map(described -> described.unit().symbol())
                .filter(symbol -> !symbol.isEmpty())
                .map(symbol -> " " + symbol)
                .orElse("");
        return asset.label() + " is stopped: " + label + " is below " + running.atLeast() + unit + ".";
    }
}
