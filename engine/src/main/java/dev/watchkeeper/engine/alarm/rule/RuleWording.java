package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What the alarms of a rule say, in plain words and with the labels of the screens. Thread-safe as its assets are. */
public final class RuleWording {
    private static final MathContext DIGITS = new MathContext(6);

    private final Assets assets;

    public RuleWording(Assets assets) {
        this.assets = assets;
    }

    /**
     * One line such as "Discharge pressure of Feed pump is above 6 bar (high)"; empty where it depends on what the detectors
     * found.
     */
    public Optional<String> message(Condition condition) {
        if (condition instanceof Condition.Limit limit) {
            return Optional.of(subject(limit.sensor()) + (limit.level().above() ? " is above " : " is below ")
                    + quantity(limit.limit(), unit(limit.sensor())) + " ("
                    + limit.level().words() + ")");
        }
        if (condition instanceof Condition.RateOfChange rate) {
            return Optional.of(subject(rate.sensor()) + " changes faster than "
                    + quantity(rate.mostPerSecond(), unit(rate.sensor())) + " a second");
        }
        if (condition instanceof Condition.MissingData missing) {
            return Optional.of(
                    subject(missing.sensor()) + " has sent nothing for " + DurationText.written(missing.after()));
        }
        return Optional.empty();
    }

    private String subject(SensorId id) {
        return sensor(id).map(Sensor::label).orElse(id.name()) + " of " + label(id.asset());
    }

    private String label(AssetId id) {
        return assets.find(id).map(Asset::label).orElse(id.value());
    }

    private String unit(SensorId id) {
        return sensor(id).map(sensor -> sensor.unit().symbol()).orElse("");
    }

    private Optional<Sensor> sensor(SensorId id) {
        return assets.find(id.asset()).flatMap(asset -> asset.sensor(id));
    }

    private static String quantity(double value, String unit) {
        String number =
                BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
