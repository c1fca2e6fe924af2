package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A plant of one pump, and rules for it. */
public record Pump() implements Assets {
    public static final AssetId ID = new AssetId("P-101");
    public static final SensorId PRESSURE = new SensorId(ID, "pressure");
    public static final SensorId FLOW = new SensorId(ID, "flow");
    public static final Guidance GUIDANCE =
            new Guidance("Strainer clogged", "Pump runs dry", "Switch to P-102", Duration.ofMinutes(10));

    private static final Asset ASSET = new Asset(
            ID,
            "Feed pump",
            "Unit 1",
            List.of(
                    new Sensor(PRESSURE, "Discharge pressure", new Unit("bar"), null),
                    new Sensor(FLOW, "Flow", new Unit("m³/h"), null)));

    public static AlarmRule limit(Level level, double limit, double deadband) {
        return rule(new Condition.Limit(PRESSURE, level, limit, deadband, Delays.NONE));
    }

    public static AlarmRule rule(Condition condition) {
        return new AlarmRule(condition, Priority.MEDIUM, GUIDANCE, AlarmTraits.PLAIN, true);
    }

    @Override
    public List<Asset> all() {
        return List.of(ASSET);
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return Optional.of(ASSET).filter(asset -> asset.id().equals(id));
    }

    @Override
    public long version() {
        return 1;
    }
}
