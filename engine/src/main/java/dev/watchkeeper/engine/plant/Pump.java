package dev.watchkeeper.engine.plant;

/**
 * A centrifugal pump with its motor. Heads are in metres of water above the pump's centre line, flows in m³/h.
 *
 * <p>Pump curve H = s² H₀ − a Q² with the affinity laws for the relative speed s; the hydraulic efficiency falls off
 * with the square of the distance from the best point, which moves with the speed.
 */
final class Pump {
    static final double BEST_FLOW = 160;
    static final double SHUT_OFF_HEAD = 42;
    static final double BAR_PER_METRE = 0.0980665;
    private static final double CURVE = 10 / (BEST_FLOW * BEST_FLOW);
    private static final double SUCTION_LOSS = 1.2 / (BEST_FLOW * BEST_FLOW);
    private static final double DISCHARGE_LOSS = 0.6 / (BEST_FLOW * BEST_FLOW);
    private static final double BEST_EFFICIENCY = 0.78;
    private static final double RATED_KILOWATTS = 22;
    private static final double SYNCHRONOUS_SPEED = 1_500;
    private static final double SLIP = 0.012;
    private static final double IDLE_AMPERES = 11;
    /** Amperes of active current per kilowatt of shaft power, at 400 V and 92 % efficiency of the motor. */
    private static final double AMPERES_PER_KILOWATT = 1_000 / (Math.sqrt(3) * 400 * 0.92);
    /** Rubbing of a worn bearing, in kilowatts. */
    private static final double WEAR_KILOWATTS = 0.8;

    private static final double CAVITATION_LOSS_METRES = 2;
    private static final double BEARING_SECONDS = 420;

    private final String tag;
    private final double strength;
    private final double roughness;
    private final Noise.Wandering turbulence;
    private final Noise.Wandering rattle;
    private final Noise cavitationNoise;
    private double cavitation;
    private double collapse;
    private double wear;
    private double fouling;
    private double speed;
    private double flow;
    private double suctionHead;
    private double dischargeHead;
    private double kilowatts;
    private double vibration;
    private double unsettled = 1;
    private double bearing = Double.NaN;

    /**
     * @param strength of the impeller against a new one
     * @param roughness of its running against a new one
     */
    Pump(String tag, double strength, double roughness, long seed) {
        this.tag = tag;
        this.strength = strength;
        this.roughness = roughness;
        turbulence = new Noise.Wandering(new Noise(seed, tag + " turbulence"), 3);
        rattle = new Noise.Wandering(new Noise(seed, tag + " vibration"), 4);
        cavitationNoise = new Noise(seed, tag + " cavitation");
    }

    String tag() {
        return tag;
    }

    /** Takes in what goes wrong this second, and draws this second's chance. */
    void prepare(ProcessFaults faults, double relativeSpeed) {
        speed = relativeSpeed;
        cavitation = faults.cavitation(tag);
        wear = faults.bearingWear(tag);
        fouling = faults.fouling(tag);
        collapse = Math.abs(cavitationNoise.normal());
        unsettled = 1 + 0.004 * turbulence.next();
    }

    /** The flow against a head in the header; falls with the head, and a check valve keeps it from turning round. */
    double flowAgainst(double headerHead, double wellHead) {
        double head = shutOffHead() + wellHead - CAVITATION_LOSS_METRES * cavitation - headerHead;
        return head <= 0 ? 0 : unsettled * Math.sqrt(head / resistance());
    }

    /** Settles on the head that the header has taken. */
    void settle(double headerHead, double wellHead, double roomCelsius) {
        flow = flowAgainst(headerHead, wellHead);
        suctionHead = wellHead - CAVITATION_LOSS_METRES * cavitation - SUCTION_LOSS * (1 + 2 * fouling) * flow * flow;
        dischargeHead = headerHead + DISCHARGE_LOSS * flow * flow;
        double point = flow / (BEST_FLOW * speed);
        double efficiency = Math.max(0.2, BEST_EFFICIENCY * (1 - 0.6 * (point - 1) * (point - 1)));
        double hydraulic = 9.80665 * flow / 3_600 * Math.max(1, dischargeHead - suctionHead);
        kilowatts = hydraulic / efficiency + 0.6 * speed * speed + WEAR_KILOWATTS * wear;
        vibration = vibration(point);
        double target = roomCelsius + 24 * Math.pow(speed, 1.5) + 60 * wear + 1.5 * cavitation;
        bearing = Double.isNaN(bearing) ? target : bearing + (target - bearing) / BEARING_SECONDS;
    }

    private double vibration(double point) {
        double smooth = roughness * 1.15 * speed * speed + 1.6 * (point - 1) * (point - 1);
        double broadband = cavitation * (2.6 + 1.9 * collapse);
        return smooth * (1 + 0.04 * rattle.next()) + broadband + 5.5 * wear;
    }

    /** Bubbles that collapse take away head, now more, now less. */
    private double shutOffHead() {
        return strength * speed * speed * SHUT_OFF_HEAD * (1 - 0.02 * cavitation * collapse);
    }

    private double resistance() {
        return CURVE * (1 + 1.5 * fouling) + SUCTION_LOSS * (1 + 2 * fouling) + DISCHARGE_LOSS;
    }

    double flow() {
        return flow;
    }

    double kilowatts() {
        return kilowatts;
    }

    /** The head that the impeller adds. */
    double head() {
        return dischargeHead - suctionHead;
    }

    double measure(String sensor) {
        return switch (sensor) {
            case "flow" -> flow;
            case "suction-pressure" -> suctionHead * BAR_PER_METRE;
            case "discharge-pressure" -> dischargeHead * BAR_PER_METRE;
            case "motor-current" -> Math.hypot(IDLE_AMPERES, kilowatts * AMPERES_PER_KILOWATT);
            case "speed" -> SYNCHRONOUS_SPEED * speed * (1 - SLIP * kilowatts / RATED_KILOWATTS);
            case "vibration-drive-end" -> vibration;
            case "vibration-non-drive-end" -> 0.8 * (vibration - 3 * wear);
            case "bearing-temperature" -> bearing;
            default -> throw new IllegalArgumentException(tag + " has no sensor " + sensor);
        };
    }
}
