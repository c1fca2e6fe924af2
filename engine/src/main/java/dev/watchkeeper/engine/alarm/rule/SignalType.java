package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.signal.Sensor;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of quantity a sensor measures, with the delay and the deadband that ISA-18.2 and EEMUA 191 propose to begin with. They
 * are where to start, to be tried on the sensor's own past.
 */
public enum SignalType {
    FLOW("flow", Duration.ofSeconds(15), 0.05),
    LEVEL("level", Duration.ofSeconds(60), 0.05),
    PRESSURE("pressure", Duration.ofSeconds(15), 0.02),
    TEMPERATURE("temperature", Duration.ofSeconds(60), 0.01);

    private static final Set<String> TEMPERATURES = Set.of("°c", "°f", "k");
    private static final Set<String> PRESSURES = Set.of("bar", "mbar", "pa", "hpa", "kpa", "mpa", "psi", "mmhg");
    private static final Set<String> FLOWS =
            Set.of("m³/h", "m3/h", "m³/s", "m3/s", "l/s", "l/min", "l/h", "kg/h", "kg/s", "t/h", "gpm", "nm³/h");
    private static final Set<String> LENGTHS = Set.of("m", "cm", "mm", "%");

    private final String words;
    private final Duration delay;
    private final double deadbandShare;

    SignalType(String words, Duration delay, double deadbandShare) {
        this.words = words;
        this.delay = delay;
        this.deadbandShare = deadbandShare;
    }

    /** By the unit; a length is a level only where the sensor is called so. Empty where neither tells. */
    public static Optional<SignalType> of(Sensor sensor) {
        String unit = sensor.unit().symbol().toLowerCase(Locale.ROOT);
        String name = (sensor.id().name() + " " + sensor.label()).toLowerCase(Locale.ROOT);
        if (TEMPERATURES.contains(unit)) {
            return Optional.of(TEMPERATURE);
        }
        if (PRESSURES.contains(unit)) {
            return Optional.of(PRESSURE);
        }
        if (FLOWS.contains(unit)) {
            return Optional.of(FLOW);
        }
        return LENGTHS.contains(unit) && name.contains("level") ? Optional.of(LEVEL) : Optional.empty();
    }

    public String words() {
        return words;
    }

    /** For the on-delay as for the off-delay. */
    public Duration delay() {
        return delay;
    }

    /** A share of the measuring range, in [0, 1]. */
    public double deadbandShare() {
        return deadbandShare;
    }

    /**
     * The deadband in the sensor's unit, of its measuring range; of the limit's own size where nobody has said the range.
     *
     * @param limit in the sensor's unit
     */
    public double deadband(Sensor sensor, double limit) {
        double range = sensor.range().map(known -> known.high() - known.low()).orElse(Math.abs(limit));
        return deadbandShare * range;
    }
}
