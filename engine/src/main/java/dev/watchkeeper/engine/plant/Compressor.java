package dev.watchkeeper.engine.plant;

/** The compressor for instrument air: it loads at a low pressure of the receiver and unloads at a high one. */
final class Compressor {
    private static final double LOADS_AT = 6.4;
    private static final double UNLOADS_AT = 7.3;
    private static final double DELIVERED = 0.020;
    private static final double USED = 0.008;
    private static final double CURRENT_SECONDS = 2;
    private static final double HEAT_SECONDS = 120;

    private final Noise.Wandering use;
    private final Noise.Wandering rattle;
    private boolean loaded;
    private double bar = 6.9;
    private double amperes = 9;
    private double celsius = 74;
    private double vibration = 1.5;

    Compressor(long seed) {
        use = new Noise.Wandering(new Noise(seed, "K-401 use"), 60);
        rattle = new Noise.Wandering(new Noise(seed, "K-401 vibration"), 4);
    }

    /** Goes on by a second. */
    void advance(double roomCelsius) {
        if (bar <= LOADS_AT) {
            loaded = true;
        } else if (bar >= UNLOADS_AT) {
            loaded = false;
        }
        bar += (loaded ? DELIVERED : 0) - USED * (1 + 0.15 * use.next());
        double load = loaded ? 21 + 0.8 * (bar - LOADS_AT) : 9;
        amperes += (load - amperes) / CURRENT_SECONDS;
        double heat = roomCelsius + (loaded ? 66 : 42);
        celsius += (heat - celsius) / HEAT_SECONDS;
        vibration += ((loaded ? 2.1 : 1.5) * (1 + 0.03 * rattle.next()) - vibration) / CURRENT_SECONDS;
    }

    double measure(String sensor) {
        return switch (sensor) {
            case "pressure" -> bar;
            case "motor-current" -> amperes;
            case "discharge-temperature" -> celsius;
            case "vibration" -> vibration;
            default -> throw new IllegalArgumentException("K-401 has no sensor " + sensor);
        };
    }
}
