package dev.watchkeeper.engine.plant;

/** The exchanger that cools drives and bearings with water from the well, with a small pump of its own. */
final class Exchanger {
    private static final double PUMP_BAR = 1.6;
    /** Bar per (m³/h)² that the pump loses inside. */
    private static final double PUMP_CURVE = 1.0 / 144;
    /** Bar per (m³/h)² of clean plates. */
    private static final double PLATES = 0.6 / 144;
    /** Heat of the drives and the transformer, beside that of the pumps. */
    private static final double BASE_KILOWATTS = 52;
    /** The share of the pumps' power that becomes heat here. */
    private static final double HEAT_SHARE = 0.15;
    /** Kilowatts that warm a m³/h of water by one kelvin. */
    private static final double KILOWATTS_PER_KELVIN = 4.186 / 3.6;

    private static final double WATER_SECONDS = 20;
    private static final double PLATE_SECONDS = 60;

    private final Noise.Wandering turbulence;
    private double flow;
    private double bar;
    private double inlet = Double.NaN;
    private double outlet = Double.NaN;

    Exchanger(long seed) {
        turbulence = new Noise.Wandering(new Noise(seed, "E-201 turbulence"), 5);
    }

    /** Goes on by a second. */
    void advance(ProcessFaults faults, double waterCelsius, double pumpKilowatts) {
        double plates = PLATES * (1 + 2.5 * faults.fouling("E-201"));
        flow = (1 + 0.003 * turbulence.next()) * Math.sqrt(PUMP_BAR / (PUMP_CURVE + plates));
        bar = plates * flow * flow;
        double in = waterCelsius + 0.4;
        inlet = Double.isNaN(inlet) ? in : inlet + (in - inlet) / WATER_SECONDS;
        double heat = BASE_KILOWATTS + HEAT_SHARE * pumpKilowatts;
        double out = inlet + heat / (KILOWATTS_PER_KELVIN * flow);
        outlet = Double.isNaN(outlet) ? out : outlet + (out - outlet) / PLATE_SECONDS;
    }

    double measure(String sensor) {
        return switch (sensor) {
            case "differential-pressure" -> bar;
            case "flow" -> flow;
            case "inlet-temperature" -> inlet;
            case "outlet-temperature" -> outlet;
            case "pump-current" -> 1.6 + 0.15 * flow;
            default -> throw new IllegalArgumentException("E-201 has no sensor " + sensor);
        };
    }
}
