package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.DurationText;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules in the words of the screens. Any thread. */
record RuleWords(Assets assets) {
    static String of(RuleKind kind) {
        return switch (kind) {
            case LIMIT_VALUE -> "Limit";
            case RATE_OF_CHANGE -> "Rate of change";
            case MISSING_DATA -> "Missing data";
            case ANOMALY -> "Detector alarms";
            case DRIFT -> "Drift";
        };
    }

    /** What a kind watches, in one sentence. */
    static String explained(RuleKind kind) {
        return switch (kind) {
            case LIMIT_VALUE -> "Tells when a sensor's value goes beyond a limit.";
            case RATE_OF_CHANGE -> "Tells when a sensor's value rises or falls too fast.";
            case MISSING_DATA ->
                "Tells when a sensor sends nothing. That is a state of the device (NAMUR NE 107), apart from process alarms.";
            case ANOMALY ->
                "Says which findings of the asset's detectors become alarms, and what these tell the operator.";
            case DRIFT -> "Tells when the asset's usual course has changed for good from what its model learned.";
        };
    }

    static String label(RuleField field) {
        return switch (field) {
            case ASSET -> "Asset";
            case SENSOR -> "Sensor";
            case LEVEL -> "Level";
            case LIMIT -> "Limit";
            case DEADBAND -> "Deadband";
            case RATE -> "Most a second";
            case OVER -> "Taken over";
            case AFTER -> "Nothing for";
            case FALSE_ALARMS_PER_DAY -> "False alarms a day, at most";
            case ON_DELAY -> "On-delay";
            case OFF_DELAY -> "Off-delay";
            case PRIORITY -> "Priority";
            case CAUSE -> "Probable cause";
            case CONSEQUENCE -> "Consequence of doing nothing";
            case ACTION -> "What the operator is to do";
            case TIME_TO_RESPOND -> "Time to respond";
            case REALARM_AFTER -> "Raise again after";
        };
    }

    /** What is watched, without its subject: {@code above 6 bar (high)}. */
    String condition(Condition condition) {
        return switch (condition) {
            case Condition.Limit limit ->
                (limit.level().above() ? "above " : "below ")
                        + Formats.exact(limit.limit(), unit(limit.sensor())) + " ("
                        + limit.level().words() + ")";
            case Condition.RateOfChange rate ->
                "changes faster than " + Formats.exact(rate.mostPerSecond(), unit(rate.sensor())) + " a second";
            case Condition.MissingData missing -> "sends nothing for " + DurationText.written(missing.after());
            case Condition.Anomaly anomaly ->
                "does not behave as usual, " + Formats.exact(anomaly.falseAlarmsPerDay(), Unit.NONE)
                        + " false alarms a day at most";
            case Condition.Drift drift -> "has drifted from what its model learned";
        };
    }

    /** Delays and deadband: {@code on 15 s, off 15 s, deadband 0.1 bar}; a dash for none. */
    String damping(Condition condition) {
        List<String> parts = new ArrayList<>();
        Delays delays = condition instanceof Condition.OfSensor ofSensor
                ? ofSensor.delays()
                : condition instanceof Condition.Anomaly anomaly ? anomaly.delays() : Delays.NONE;
        if (!delays.on().isZero()) {
            parts.add("on " + DurationText.written(delays.on()));
        }
        if (!delays.off().isZero()) {
            parts.add("off " + DurationText.written(delays.off()));
        }
        if (condition instanceof Condition.Limit limit && limit.deadband() > 0) {
            parts.add("deadband " + Formats.exact(limit.deadband(), unit(limit.sensor())));
        } else if (condition instanceof Condition.RateOfChange rate && rate.deadbandPerSecond() > 0) {
            parts.add("deadband " + Formats.exact(rate.deadbandPerSecond(), unit(rate.sensor())) + " a second");
        }
        return parts.isEmpty() ? "–" : String.join(", ", parts);
    }

    /** What a rule is called: {@code Discharge pressure of Pump 1, high}. */
    String name(AlarmRule rule) {
        Condition condition = rule.condition();
        String asset = asset(condition.asset());
        return switch (condition) {
            case Condition.Limit limit ->
                sensor(limit.sensor()) + " of " + asset + ", " + limit.level().words();
            case Condition.RateOfChange rate -> sensor(rate.sensor()) + " of " + asset + ", rate of change";
            case Condition.MissingData missing -> sensor(missing.sensor()) + " of " + asset + ", missing data";
            case Condition.Anomaly anomaly -> asset + ", detector alarms";
            case Condition.Drift drift -> asset + ", drift";
        };
    }

    String name(RuleId id, Optional<AlarmRule> rule) {
        return rule.map(this::name).orElse(id.toString());
    }

    static String timeToRespond(Guidance guidance) {
        return DurationText.written(guidance.timeToRespond());
    }

    String asset(AssetId id) {
        return assets.find(id).map(Asset::label).orElse(id.value());
    }

    String sensor(SensorId id) {
        return find(id).map(Sensor::label).orElse(id.name());
    }

    Unit unit(SensorId id) {
        return find(id).map(Sensor::unit).orElse(Unit.NONE);
    }

    Optional<Sensor> find(SensorId id) {
        return assets.find(id.asset()).flatMap(asset -> asset.sensor(id));
    }

    /** The sensor that a condition is about; empty where it is about the asset. */
    static Optional<SensorId> sensorOf(Condition condition) {
        return switch (condition) {
            case Condition.OfSensor ofSensor -> Optional.of(ofSensor.sensor());
            case Condition.MissingData missing -> Optional.of(missing.sensor());
            case Condition.Anomaly anomaly -> Optional.empty();
            case Condition.Drift drift -> Optional.empty();
        };
    }
}
