package dev.watchkeeper.engine.plant;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An instrument at work: turns the truth into what is shown, and fails as the faults say. The plant itself is controlled
 * by the truth, so that a failing instrument shows nowhere else.
 */
final class Gauge {
    /** How far a drift goes at the end of a fault of severity 1, as a share of the instrument's range. */
    private static final double DRIFT = 0.2;
    /** How far a spike goes at severity 1, as a share of the instrument's range. */
    private static final double SPIKE = 0.4;
    /** The chance of a spike in each second after the first. */
    private static final double SPIKES_PER_SECOND = 0.1;

    private final Instrument instrument;
    private final Noise noise;
    private final Noise spikes;
    private double shown = Double.NaN;

    Gauge(Instrument instrument, long seed) {
        this.instrument = instrument;
        this.noise = new Noise(seed, instrument.sensor() + " noise");
        this.spikes = new Noise(seed, instrument.sensor() + " spikes");
    }

    Instrument instrument() {
        return instrument;
    }

    /**
     * What is shown this second; empty when the instrument is silent.
     *
     * @param faults all that the plant has at the moment
     */
    OptionalDouble show(double truth, List<Fault> faults, Instant time) {
        double value = truth + instrument.noise() * noise.normal();
        double chance = spikes.even();
        boolean silent = false;
        boolean stuck = false;
        for (Fault fault : faults) {
            if (!fault.sensors().contains(instrument.sensor())) {
                continue;
            }
            switch (fault.kind()) {
                case SENSOR_SILENT -> silent = true;
                case SENSOR_STUCK -> stuck = true;
                case SLOW_DRIFT -> value += fault.severity() * DRIFT * instrument.range() * fault.progress(time);
                case SPIKE -> value += spike(fault, chance, time);
                case CAVITATION, BEARING_WEAR, FOULING -> {}
            }
        }
        if (silent) {
            return OptionalDouble.empty();
        }
        if (!stuck || Double.isNaN(shown)) {
            shown = instrument.shown(value);
        }
        return OptionalDouble.of(shown);
    }

    private double spike(Fault fault, double chance, Instant time) {
        boolean first = time.isBefore(fault.span().start().plusSeconds(1));
        if (!first && chance >= SPIKES_PER_SECOND) {
            return 0;
        }
        double up = instrument.nominal() < (instrument.low() + instrument.high()) / 2 ? 1 : -1;
        return up * fault.severity() * SPIKE * instrument.range();
    }
}
