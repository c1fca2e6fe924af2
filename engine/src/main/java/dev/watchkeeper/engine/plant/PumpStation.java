package dev.watchkeeper.engine.plant;

import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import java.util.List;

/**
 * The truth of the plant, second by second: three pumps in parallel lift the water of a well into a main, and a level
 * control sets their speed.
 *
 * <p>Each second the header takes the head at which the pumps' flows add up to what the main carries
 * (H = H<sub>static</sub> + R Q²), found by bisection.
 */
final class PumpStation {
    private static final double STATIC_METRES = 17.2;
    private static final double MAIN_RESISTANCE = 7.9e-5;
    private static final double HIGHEST_HEAD = 80;
    private static final int BISECTIONS = 40;
    private static final double MANIFOLD_BAR = 0.05;

    private static final double LEVEL_SETPOINT = 2.2;
    private static final double GAIN_PER_METRE = 0.25;
    private static final double RESET_SECONDS = 3_000;
    private static final double LOWEST_SPEED = 0.6;
    private static final double HIGHEST_SPEED = 1.05;
    private static final double SPEED_PER_SECOND = 0.005;
    private static final double WATER_SECONDS = 60;

    private final WetWell well;
    private final List<Pump> pumps;
    private final Exchanger exchanger;
    private final Compressor compressor;
    private double speed = 0.88;
    private double reset = 0.88;
    private double headerHead;
    private double totalFlow = 340;
    private double mainCelsius = Double.NaN;

    PumpStation(long seed) {
        well = new WetWell(seed);
        pumps = List.of(
                new Pump("P-101", 1, 1, seed), new Pump("P-102", 0.985, 1.2, seed), new Pump("P-103", 1.01, 0.9, seed));
        exchanger = new Exchanger(seed);
        compressor = new Compressor(seed);
    }

    /** Goes on by a second, to the moment of the faults. */
    void advance(ProcessFaults faults) {
        Instant time = faults.time();
        double roomCelsius = 21 + 2 * Math.cos((WetWell.hour(time) - 15) / 24 * 2 * Math.PI);
        well.advance(time, totalFlow);
        control();
        for (Pump pump : pumps) {
            pump.prepare(faults, speed);
        }
        headerHead = headerHead();
        totalFlow = 0;
        double kilowatts = 0;
        for (Pump pump : pumps) {
            pump.settle(headerHead, well.head(), roomCelsius);
            totalFlow += pump.flow();
            kilowatts += pump.kilowatts();
        }
        exchanger.advance(faults, well.celsius(), kilowatts);
        compressor.advance(roomCelsius);
        double warmed = well.celsius() + 0.15;
        mainCelsius = Double.isNaN(mainCelsius) ? warmed : mainCelsius + (warmed - mainCelsius) / WATER_SECONDS;
    }

    /** The true value of what a sensor measures. */
    double measure(SensorId sensor) {
        String asset = sensor.asset().value();
        for (Pump pump : pumps) {
            if (pump.tag().equals(asset)) {
                return pump.measure(sensor.name());
            }
        }
        return switch (asset) {
            case "T-100" -> well.measure(sensor.name());
            case "E-201" -> exchanger.measure(sensor.name());
            case "M-301" -> main(sensor.name());
            case "K-401" -> compressor.measure(sensor.name());
            default -> throw new IllegalArgumentException("the plant has no asset " + asset);
        };
    }

    List<Pump> pumps() {
        return pumps;
    }

    private void control() {
        double error = well.level() - LEVEL_SETPOINT;
        reset = clamp(reset + GAIN_PER_METRE * error / RESET_SECONDS, LOWEST_SPEED, HIGHEST_SPEED);
        double wanted = clamp(reset + GAIN_PER_METRE * error, LOWEST_SPEED, HIGHEST_SPEED);
        speed += clamp(wanted - speed, -SPEED_PER_SECOND, SPEED_PER_SECOND);
    }

    private double headerHead() {
        double low = 0;
        double high = HIGHEST_HEAD;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            double pumped = 0;
            for (Pump pump : pumps) {
                pumped += pump.flowAgainst(middle, well.head());
            }
            double carried = middle <= STATIC_METRES ? 0 : Math.sqrt((middle - STATIC_METRES) / MAIN_RESISTANCE);
            if (pumped > carried) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double main(String sensor) {
        return switch (sensor) {
            case "pressure" -> headerHead * Pump.BAR_PER_METRE - MANIFOLD_BAR;
            case "flow" -> totalFlow;
            case "temperature" -> mainCelsius;
            default -> throw new IllegalArgumentException("M-301 has no sensor " + sensor);
        };
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
