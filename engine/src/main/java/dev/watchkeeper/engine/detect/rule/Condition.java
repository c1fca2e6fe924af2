package dev.watchkeeper.engine.detect.rule;

import dev.watchkeeper.engine.detect.limit.Limits;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.util.Locale;

/** What a rule wants to hear of. */
public sealed interface Condition {
    /** The asset that it is about. */
    AssetId asset();

    /** What its detections are called; at most one condition of a name can stand for an asset. */
    String name();

    /** One that is judged on the readings of one sensor, by a {@link RuleWatch}. */
    sealed interface OfSensor extends Condition {
        SensorId sensor();

        Delays delays();

        @Override
        default AssetId asset() {
            return sensor().asset();
        }
    }

    /** Which of the usual four limits it is; a sensor has at most one of each. */
    enum Level {
        LOW_LOW(false),
        LOW(false),
        HIGH(true),
        HIGH_HIGH(true);

        private final boolean above;

        Level(boolean above) {
            this.above = above;
        }

        /** Whether the value is too high, rather than too low. */
        public boolean above() {
            return above;
        }

        /** As people say it: {@code high high}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** As in the name of a rule: {@code high-high}. */
        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A value beyond a limit.
     *
     * @param limit in the sensor's unit
     * @param deadband how far the value has to come back before it counts as inside again, in the sensor's unit
     */
    record Limit(SensorId sensor, Level level, double limit, double deadband, Delays delays) implements OfSensor {
        /** @throws IllegalArgumentException when limit or deadband is not finite, or the deadband is negative */
        public Limit {
            if (!Double.isFinite(limit)) {
                throw new IllegalArgumentException("limit of " + sensor + " is not a number: " + limit);
            }
            if (!(deadband >= 0 && Double.isFinite(deadband))) {
                throw new IllegalArgumentException("deadband of " + sensor + " is not at least 0: " + deadband);
            }
        }

        @Override
        public String name() {
            return sensor.name() + ":" + level.slug();
        }

        Limits limits() {
            return level.above() ? Limits.high(limit, deadband) : Limits.low(limit, deadband);
        }
    }

    /**
     * A value that rises or falls too fast.
     *
     * @param mostPerSecond in the sensor's unit a second
     * @param deadbandPerSecond by how much the rate has to fall below the limit before it counts as kept again
     * @param over the least time over which the rate is taken
     */
    record RateOfChange(SensorId sensor, double mostPerSecond, double deadbandPerSecond, Duration over, Delays delays)
            implements OfSensor {
        /** @throws IllegalArgumentException when a rate or the time is out of its range */
        public RateOfChange {
            if (!(mostPerSecond > 0 && Double.isFinite(mostPerSecond))) {
                throw new IllegalArgumentException("rate limit of " + sensor + " is not more than 0: " + mostPerSecond);
            }
            if (!(deadbandPerSecond >= 0 && deadbandPerSecond < mostPerSecond)) {
                throw new IllegalArgumentException(
                        "deadband of " + sensor + " does not lie in [0, " + mostPerSecond + "): " + deadbandPerSecond);
            }
            if (over.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "rate of " + sensor + " is taken over " + over + ", which is less than a millisecond");
            }
        }

        @Override
        public String name() {
            return sensor.name() + ":rate";
        }
    }

    /**
     * Nothing arrives from a sensor. That is a state of the device (NAMUR NE 107), so no readings are judged and no process
     * alarm is raised.
     *
     * @param after clock time without a reading
     */
    record MissingData(SensorId sensor, Duration after) implements Condition {
        /** @throws IllegalArgumentException when the time is not positive */
        public MissingData {
            if (after.isNegative() || after.isZero()) {
                throw new IllegalArgumentException("time without data of " + sensor + " is not positive: " + after);
            }
        }

        @Override
        public AssetId asset() {
            return sensor.asset();
        }

        @Override
        public String name() {
            return sensor.name() + ":missing";
        }
    }

    /**
     * An asset does not behave as usual.
     *
     * @param falseAlarmsPerDay a detection counts when normal operation is expected to score as high at most so often a day
     * @param delays worked in after the asset's sensors are joined
     */
    record Anomaly(AssetId asset, double falseAlarmsPerDay, Delays delays) implements Condition {
        /** What such a rule is called. */
        public static final String NAME = "anomaly";

        /** @throws IllegalArgumentException when the rate is not more than 0 and finite */
        public Anomaly {
            if (!(falseAlarmsPerDay > 0 && Double.isFinite(falseAlarmsPerDay))) {
                throw new IllegalArgumentException(
                        "false alarms per day of " + asset + " are not more than 0: " + falseAlarmsPerDay);
            }
        }

        @Override
        public String name() {
            return NAME;
        }
    }

    /** The usual course of an asset has changed for good, away from what its model was trained on. */
    record Drift(AssetId asset) implements Condition {
        /** What such a rule is called, and its alarms. */
        public static final String NAME = "drift";

        @Override
        public String name() {
            return NAME;
        }
    }
}
