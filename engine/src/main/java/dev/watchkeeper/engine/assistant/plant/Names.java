package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;

/** What assets and sensors are called. */
record Names(Assets assets) {
    String of(AssetId asset) {
        return assets.find(asset).map(Asset::label).orElse(asset.value());
    }

    Sensor sensor(SensorId sensor) {
        return assets.find(sensor.asset())
                .flatMap(asset -> asset.sensor(sensor))
                .orElseGet(() -> Sensor.named(sensor));
    }

    /** With its asset. */
    String of(SensorId sensor) {
        return sensor(sensor).label() + " of " + of(sensor.asset());
    }

    /** A rule on an asset. */
    String of(AssetId asset, String rule) {
        return of(new AlarmSource(asset, rule));
    }

    String of(AlarmSource source) {
        return source.wholeAsset()
                ? "all alarms of " + of(source.asset())
                : of(source.asset()) + " (" + source.rule() + ")";
    }
}
