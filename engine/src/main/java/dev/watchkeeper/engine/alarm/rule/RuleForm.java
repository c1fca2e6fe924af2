package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes rules of what is typed, or says field by field what is wrong. Thread-safe as its assets are. */
final class RuleForm {
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Assets assets;

    RuleForm(Assets assets) {
        this.assets = assets;
    }

    /** @param others the rules that stand, the one that is changed included */
    RuleCheck check(RuleDraft draft, List<AlarmRule> others) {
        FieldReader fields = new FieldReader(draft);
        Condition condition = condition(draft.kind(), fields);
        Priority priority = fields.choice(RuleField.PRIORITY, Priority.class);
        Guidance guidance = guidance(fields);
        Duration realarm = fields.text(RuleField.REALARM_AFTER).isEmpty()
                ? null
                : fields.duration(RuleField.REALARM_AFTER, Duration.ofSeconds(1), LONGEST);
        if (condition != null && guidance != null) {
            checkDelay(condition, guidance, fields);
        }
        if (condition instanceof Condition.Limit limit) {
            checkNeighbours(limit, others, fields);
        }
        if (!fields.problems().isEmpty() || condition == null || priority == null || guidance == null) {
            List<RuleField> order = draft.kind().fields();
            return new RuleCheck(
                    fields.problems().stream()
                            .sorted(Comparator.comparingInt(problem -> order.indexOf(problem.field())))
                            .toList(),
                    null);
        }
        return new RuleCheck(
                List.of(),
                new AlarmRule(
                        condition, priority, guidance, new AlarmTraits(draft.latching(), realarm), draft.enabled()));
    }

    private @Nullable Condition condition(RuleKind kind, FieldReader fields) {
        AssetId asset = asset(fields);
        SensorId sensor = kind.ofSensor() ? sensor(asset, fields) : null;
        return switch (kind) {
            case LIMIT_VALUE -> limit(sensor, fields);
            case RATE_OF_CHANGE -> rate(sensor, fields);
            case MISSING_DATA -> {
                Duration after = fields.duration(RuleField.AFTER, Duration.ofSeconds(1), LONGEST);
                yield sensor == null || after == null ? null : new Condition.MissingData(sensor, after);
            }
            case ANOMALY -> {
                Double perDay = fields.number(RuleField.FALSE_ALARMS_PER_DAY);
                if (perDay != null && !(perDay > 0)) {
                    fields.wrong(RuleField.FALSE_ALARMS_PER_DAY, "Give a number above 0, such as 0.7 for five a week.");
                }
                Delays delays = delays(fields);
                yield asset == null || perDay == null || !(perDay > 0) || delays == null
                        ? null
                        : new Condition.Anomaly(asset, perDay, delays);
            }
            case DRIFT -> asset == null ? null : new Condition.Drift(asset);
        };
    }

    private @Nullable AssetId asset(FieldReader fields) {
        String typed = fields.required(RuleField.ASSET);
        if (typed == null) {
            return null;
        }
        Optional<AssetId> known = assets.all().stream()
                .map(asset -> asset.id())
                .filter(id -> id.value().equals(typed))
                .findFirst();
        if (known.isEmpty()) {
            fields.wrong(RuleField.ASSET, "There is no asset " + typed + "; choose one of those that are described.");
        }
        return known.orElse(null);
    }

    private @Nullable SensorId sensor(@Nullable AssetId asset, FieldReader fields) {
        String typed = fields.required(RuleField.SENSOR);
        if (typed == null || asset == null) {
            return null;
        }
        Optional<SensorId> known = assets.find(asset).stream()
                .flatMap(found -> found.sensors().stream())
                .map(Sensor::id)
                .filter(id -> id.name().equals(typed))
                .findFirst();
        if (known.isEmpty()) {
            fields.wrong(RuleField.SENSOR, asset + " has no sensor " + typed + "; choose one of its sensors.");
        }
        return known.orElse(null);
    }

    private static Condition.@Nullable Limit limit(@Nullable SensorId sensor, FieldReader fields) {
        Level level = fields.choice(RuleField.LEVEL, Level.class);
        Double limit = fields.number(RuleField.LIMIT);
        Double deadband = fields.number(RuleField.DEADBAND);
        if (deadband != null && deadband < 0) {
            fields.wrong(RuleField.DEADBAND, "Give 0 or more: how far the value has to come back.");
            deadband = null;
        }
        Delays delays = delays(fields);
        return sensor == null || level == null || limit == null || deadband == null || delays == null
                ? null
                : new Condition.Limit(sensor, level, limit, deadband, delays);
    }

    private static Condition.@Nullable RateOfChange rate(@Nullable SensorId sensor, FieldReader fields) {
        Double rate = fields.number(RuleField.RATE);
        if (rate != null && !(rate > 0)) {
            fields.wrong(RuleField.RATE, "Give a number above 0: the most that the value may change in a second.");
            rate = null;
        }
        Double deadband = fields.number(RuleField.DEADBAND);
        if (rate != null && deadband != null && !(deadband >= 0 && deadband < rate)) {
            fields.wrong(RuleField.DEADBAND, "Give 0 or more, and less than the rate.");
            deadband = null;
        }
        Duration over = fields.duration(RuleField.OVER, Duration.ofMillis(1), LONGEST);
        Delays delays = delays(fields);
        return sensor == null || rate == null || deadband == null || over == null || delays == null
                ? null
                : new Condition.RateOfChange(sensor, rate, deadband, over, delays);
    }

    private static @Nullable Delays delays(FieldReader fields) {
        Duration on = fields.duration(RuleField.ON_DELAY, Duration.ZERO, Delays.LONGEST);
        Duration off = fields.duration(RuleField.OFF_DELAY, Duration.ZERO, Delays.LONGEST);
        return on == null || off == null ? null : new Delays(on, off);
    }

    private static @Nullable Guidance guidance(FieldReader fields) {
        String cause = fields.required(RuleField.CAUSE);
        String consequence = fields.required(RuleField.CONSEQUENCE);
        String action = fields.required(RuleField.ACTION);
        Duration time = fields.duration(RuleField.TIME_TO_RESPOND, Duration.ofSeconds(1), LONGEST);
        return cause == null || consequence == null || action == null || time == null
                ? null
                : new Guidance(cause, consequence, action, time);
    }

    /** An alarm that comes when the time to respond is over helps nobody. */
    private static void checkDelay(Condition condition, Guidance guidance, FieldReader fields) {
        Delays delays = condition instanceof Condition.OfSensor ofSensor
                ? ofSensor.delays()
                : condition instanceof Condition.Anomaly anomaly ? anomaly.delays() : Delays.NONE;
        if (delays.on().compareTo(guidance.timeToRespond()) >= 0) {
            fields.wrong(
                    RuleField.ON_DELAY,
                    "Make it shorter than the time to respond of " + DurationText.written(guidance.timeToRespond())
                            + ", or the alarm comes too late.");
        }
    }

    /** Limits stand in the order of their levels, and the deadband ends before the next one on the other side. */
    private static void checkNeighbours(Condition.Limit limit, List<AlarmRule> others, FieldReader fields) {
        for (AlarmRule other : others) {
            if (other.condition() instanceof Condition.Limit neighbour
                    && neighbour.sensor().equals(limit.sensor())
                    && neighbour.level() != limit.level()) {
                boolean higher = limit.level().compareTo(neighbour.level()) > 0;
                if (higher ? limit.limit() <= neighbour.limit() : limit.limit() >= neighbour.limit()) {
                    fields.wrong(
                            RuleField.LIMIT,
                            "Give a number " + (higher ? "above" : "below") + " the limit " + neighbour.limit()
                                    + " that is set as " + neighbour.level().words() + ".");
                } else if (limit.level().above() != neighbour.level().above()
                        && limit.deadband() >= Math.abs(limit.limit() - neighbour.limit())) {
                    fields.wrong(
                            RuleField.DEADBAND,
                            "Make it smaller than the room between the limits, which is "
                                    + Math.abs(limit.limit() - neighbour.limit()) + ".");
                }
            }
        }
    }
}
