package dev.watchkeeper.engine.plant;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The well that the pumps empty: a balance of mass, with an inflow that follows the day of a town. */
final class WetWell {
    static final double AREA_SQUARE_METRES = 60;
    private static final double MEAN_INFLOW = 340;

    private final Noise.Wandering gusts;
    private final Noise.Wandering weather;
    private double level = 2.2;
    private double inflow = MEAN_INFLOW;
    private double celsius = 14;

    WetWell(long seed) {
        gusts = new Noise.Wandering(new Noise(seed, "T-100 inflow"), 120);
        weather = new Noise.Wandering(new Noise(seed, "T-100 weather"), 7_200);
    }

    /** Goes on by a second. */
    void advance(Instant time, double outflow) {
        double hour = hour(time);
        inflow = MEAN_INFLOW * dayPattern(hour) * (1 + 0.012 * gusts.next());
        level = Math.max(0.05, Math.min(4.9, level + (inflow - outflow) / 3_600 / AREA_SQUARE_METRES));
        celsius = 14 + 0.9 * Math.cos((hour - 17) / 24 * 2 * Math.PI) + 0.3 * weather.next();
    }

    /** The town's water use over the day, of mean about 1: little at night, peaks at half past seven and at seven. */
    static double dayPattern(double hour) {
        return 0.78 + 0.42 * peak(hour, 7.5, 1.6) + 0.36 * peak(hour, 19, 2.2) + 0.24 * peak(hour, 13, 3);
    }

    private static double peak(double hour, double at, double width) {
        double away = Math.abs(hour - at);
        double hours = Math.min(away, 24 - away);
        return Math.exp(-0.5 * (hours / width) * (hours / width));
    }

    static double hour(Instant time) {
        return LocalTime.ofInstant(time, ZoneOffset.UTC).toNanoOfDay() / 3.6e12;
    }

    double level() {
        return level;
    }

    double celsius() {
        return celsius;
    }

    /** Head at the pumps' centre line, which lies a metre below the well's floor. */
    double head() {
        return level + 1;
    }

    double measure(String sensor) {
        return switch (sensor) {
            case "level" -> level;
            case "inflow" -> inflow;
            case "temperature" -> celsius;
            default -> throw new IllegalArgumentException("T-100 has no sensor " + sensor);
        };
    }
}
