package dev.watchkeeper.engine.plant;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A pump station that is simulated second by second: a wet well, three lift pumps, a cooling water exchanger, the
 * discharge manifold and an air compressor, with faults whose truth is known.
 *
 * <p>The same seed, start and plan always give the same readings. Faults act through the physics or through the
 * instruments; where and when there is none, the readings are the same as without. Not thread-safe; memory does not grow.
 */
public final class DemoPlant {
    /** How long the plant has been running, unseen, when it starts, so that temperatures and level have settled. */
    private static final Duration RUN_IN = Duration.ofMinutes(40);

    private static final Set<String> PUMPS = Set.of("P-101", "P-102", "P-103");

    private final FaultPlan plan;
    private final List<Asset> assets;
    private final PumpStation station;
    private final List<Gauge> gauges;
    private final List<SensorId> sensors;
    private Instant time;

    /** @param start rounded down to the second; the first readings are of a second later */
    public DemoPlant(long seed, Instant start, FaultPlan plan) {
        this.plan = plan;
        PlantDescription description = PlantDescription.load();
        assets = description.assets();
        station = new PumpStation(seed);
        gauges = description.instruments().stream()
                .map(instrument -> new Gauge(instrument, seed))
                .toList();
        sensors = description.instruments().stream().map(Instrument::sensor).toList();
        time = start.truncatedTo(ChronoUnit.SECONDS);
        for (long second = RUN_IN.toSeconds(); second > 0; second--) {
            station.advance(ProcessFaults.none(time.minusSeconds(second - 1)));
        }
    }

    /** The plant as it is described to people. */
    public List<Asset> assets() {
        return assets;
    }

    /** The sensors, in the order in which {@link #step} gives their readings. */
    public List<SensorId> sensors() {
        return sensors;
    }

    /** Event time of the newest readings. */
    public Instant time() {
        return time;
    }

    /**
     * Goes on by one second of event time.
     *
     * @return the readings of that second, one for each sensor that is not silent
     * @throws IllegalArgumentException when the plan has a fault that the plant cannot have, such as cavitation of a tank
     */
    public List<Reading> step() {
        time = time.plusSeconds(1);
        List<Fault> faults = plan.faults(new TimeSpan(time, time.plusMillis(1)));
        for (Fault fault : faults) {
            check(fault);
        }
        station.advance(new ProcessFaults(faults, time));
        List<Reading> readings = new ArrayList<>(gauges.size());
        for (Gauge gauge : gauges) {
            SensorId sensor = gauge.instrument().sensor();
            gauge.show(station.measure(sensor), faults, time)
                    .ifPresent(value -> readings.add(Reading.good(sensor, time, value)));
        }
        return readings;
    }

    /** The faults that overlap a span: the ground truth. */
    public List<Fault> faults(TimeSpan span) {
        return plan.faults(span);
    }

    private void check(Fault fault) {
        String asset = fault.asset().value();
        boolean can = switch (fault.kind()) {
            case CAVITATION, BEARING_WEAR -> PUMPS.contains(asset);
            case FOULING -> PUMPS.contains(asset) || asset.equals("E-201");
            case SENSOR_STUCK, SENSOR_SILENT, SLOW_DRIFT, SPIKE -> true;
        };
        if (!can || !sensors.containsAll(fault.sensors())) {
            throw new IllegalArgumentException("the demo plant cannot have the fault " + fault);
        }
    }
}
