package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.signal.SensorId;

/**
 * How a fake sensor behaves: a slow swing and noise around a middle, and from some moment on a fault. A function of
 * time alone, so that history and live readings agree.
 *
 * @param noise standard deviation, about
 * @param swing amplitude of the slow swing
 * @param fault what is added from the fault's beginning to its end
 */
record Course(SensorId sensor, double middle, double noise, double swing, double periodSeconds, Fault fault) {
    /** @param perMinute how much it adds each minute, up to {@code most} */
    record Fault(long startMillis, long endMillis, double perMinute, double most, double extraNoise) {
        static final Fault NONE = new Fault(Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, 0);

        boolean at(long millis) {
            return millis >= startMillis && millis < endMillis;
        }
    }

    private static final double BAND = 3.2;

    Course with(Fault next) {
        return new Course(sensor, middle, noise, swing, periodSeconds, next);
    }

    double value(long millis) {
        double value = expected(millis) + noise * gaussian(millis);
        if (fault.at(millis)) {
            double minutes = (millis - fault.startMillis) / 60_000.0;
            double ramp = Math.signum(fault.perMinute) * Math.min(fault.most, Math.abs(fault.perMinute) * minutes);
            value += ramp + fault.extraNoise * gaussian(millis + 7);
        }
        return Math.rint(value * 1_000) / 1_000;
    }

    double expectedLow(long millis) {
        return expected(millis) - BAND * noise;
    }

    double expectedHigh(long millis) {
        return expected(millis) + BAND * noise;
    }

    double score(long millis) {
        double off = Math.abs(value(millis) - expected(millis)) / noise;
        return off <= BAND ? 0.1 * off / BAND : Math.min(0.99, 0.45 + 0.1 * (off - BAND));
    }

    private double expected(long millis) {
        double phase = sensor.hashCode() % 100 / 100.0;
        return middle
                + swing * Math.sin(2 * Math.PI * (millis / 1e3 / periodSeconds + phase))
                + 0.3 * swing * Math.sin(2 * Math.PI * (millis / 1e3 / periodSeconds * 3.7 + phase));
    }

    /** About normal, from a hash of sensor and time. */
    private double gaussian(long millis) {
        long x = millis * 0x9E3779B97F4A7C15L + sensor.hashCode();
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            x ^= x >>> 31;
            x *= 0xBF58476D1CE4E5B9L;
            x ^= x >>> 29;
            sum += (x >>> 11) * 0x1.0p-53;
        }
        return (sum - 2) * 1.73;
    }
}
