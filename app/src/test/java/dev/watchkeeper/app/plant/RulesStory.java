package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;

/** The rules that a plant of some months may have, with their history. */
public final class RulesStory {
    public static final SensorId BEARING = SensorId.of("pump-2", "bearing-temperature");
    public static final SensorId INFLOW = SensorId.of("wet-well", "inflow");

    private static final Delays MINUTE = new Delays(Duration.ofSeconds(60), Duration.ofSeconds(60));

    private RulesStory() {}

    /** Sets the rules, and notifications to go with them. */
    public static FakePlant told(FakePlant plant) {
        plant.notifications().tellStory(plant.clock().instant());
        save(
                plant,
                limit(BEARING, Level.HIGH, 62, 0.5, MINUTE, Priority.MEDIUM),
                "a.novak",
                "after the repair in February");
        save(plant, limit(BEARING, Level.HIGH_HIGH, 75, 0.5, Delays.NONE, Priority.HIGH), "a.novak", "");
        save(
                plant,
                limit(SensorId.of("wet-well", "level"), Level.HIGH, 3.1, 0.05, MINUTE, Priority.HIGH),
                "b.lind",
                "");
        save(plant, limit(INFLOW, Level.HIGH, 520, 25, Delays.NONE, Priority.LOW), "b.lind", "");
        save(plant, limit(INFLOW, Level.HIGH, 540, 25, MINUTE, Priority.LOW), "m.weber", "chattered in rain");
        save(plant, rate(SensorId.of("pump-1", "discharge-pressure")), "m.weber", "");
        save(
                plant,
                rule(
                        new Condition.MissingData(SensorId.of("screen-1", "flow"), Duration.ofMinutes(5)),
                        Priority.LOW,
                        true),
                "m.weber",
                "");
        save(
                plant,
                rule(
                        new Condition.Anomaly(
                                new AssetId("pump-1"), 0.5, new Delays(Duration.ofSeconds(15), Duration.ofSeconds(30))),
                        Priority.MEDIUM,
                        true),
                "a.novak",
                "");
        save(plant, rule(new Condition.Drift(new AssetId("blower-1")), Priority.LOW, false), "a.novak", "");
        return plant;
    }

    public static AlarmRule limit(
            SensorId sensor, Level level, double limit, double deadband, Delays delays, Priority priority) {
        return rule(new Condition.Limit(sensor, level, limit, deadband, delays), priority, true);
    }

    /** Says of the vibration of pump 3 what an operator is to be told. */
    public static void describeVibration(FakePlant plant) {
        Asset pump = plant.assets().find(new AssetId("pump-3")).orElseThrow();
        Guidance guidance = new Guidance(
                "A bearing is worn, or the pump draws air.",
                "The shaft breaks within days, and the wet well has one pump less.",
                "Switch to pump 1 and have the bearing looked at.",
                Duration.ofMinutes(20));
        plant.assets()
                .replace(new Asset(
                        pump.id(),
                        pump.label(),
                        pump.area(),
                        pump.sensors().stream()
                                .map(sensor -> sensor.id().name().equals("vibration")
                                        ? new Sensor(sensor.id(), sensor.label(), sensor.unit(), guidance)
                                        : sensor)
                                .toList()));
    }

    /** A limit in the middle of where the inflow swings, without delays: it chatters. */
    public static RuleDraft chattering() {
        return complete(RuleDraft.empty(RuleKind.LIMIT_VALUE)
                .with(RuleField.ASSET, "wet-well")
                .with(RuleField.SENSOR, "conductivity")
                .with(RuleField.LEVEL, Level.HIGH.name())
                .with(RuleField.LIMIT, "915"));
    }

    /** A limit that is hardly ever reached. */
    public static RuleDraft calm() {
        return complete(RuleDraft.empty(RuleKind.LIMIT_VALUE)
                .with(RuleField.ASSET, "pump-2")
                .with(RuleField.SENSOR, "vibration")
                .with(RuleField.LEVEL, Level.HIGH.name())
                .with(RuleField.LIMIT, "3.2")
                .with(RuleField.DEADBAND, "0.2")
                .with(RuleField.ON_DELAY, "15 s"));
    }

    /** With all that the operator is to be told. */
    public static RuleDraft complete(RuleDraft draft) {
        return draft.with(RuleField.CAUSE, "Industrial discharge upstream, or the probe is fouled.")
                .with(RuleField.CONSEQUENCE, "The biology of the basin suffers within a day.")
                .with(RuleField.ACTION, "Take a sample at the inlet and compare it with the probe.")
                .with(RuleField.TIME_TO_RESPOND, "30 min");
    }

    public static RuleId id(SensorId sensor, String level) {
        return new RuleId(sensor.asset(), sensor.name() + ":" + level);
    }

    private static AlarmRule rate(SensorId sensor) {
        return rule(
                new Condition.RateOfChange(
                        sensor,
                        0.05,
                        0.01,
                        Duration.ofSeconds(30),
                        new Delays(Duration.ofSeconds(15), Duration.ofSeconds(15))),
                Priority.LOW,
                true);
    }

    private static AlarmRule rule(Condition condition, Priority priority, boolean enabled) {
        return new AlarmRule(
                condition,
                priority,
                new Guidance(
                        "Lubrication is lost, a line is blocked, or the instrument has failed.",
                        "The asset trips within hours, and the wet well rises by 40 cm an hour.",
                        "Compare with the neighbouring asset, switch over, and have it looked at by hand.",
                        Duration.ofMinutes(20)),
                AlarmTraits.PLAIN,
                enabled);
    }

    private static void save(FakePlant plant, AlarmRule rule, String user, String why) {
        plant.rules().save(rule, user, why);
    }
}
