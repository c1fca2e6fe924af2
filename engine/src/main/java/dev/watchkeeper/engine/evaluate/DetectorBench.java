package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.plant.DemoPlant;
import dev.watchkeeper.engine.plant.FaultPlan;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Compares the speed of detectors on one thread: ours, the random cut forest of AWS, and Tribuo's one-class support vector
 * machine, all on the same samples, which none of them has seen before.
 *
 * <p>Each is first fed until its memory is full; then all take turns for several rounds, of which the first ones do not
 * count. What is told is the median.
 */
public final class DetectorBench {
    private static final int FILLING = 60_000;
    private static final int FILLING_OF_OTHERS = 2_000;
    private static final int TRAINING = 400;
    private static final int BLOCK = 10_000;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 7;
    private static final int SENSORS = 8;
    private static final AssetId PUMP = new AssetId("P-101");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final long seed;
    private final LongSupplier nanos;
    private final int scale;

    /**
     * What is measured.
     *
     * @param detector its name
     * @param data what it was fed with: {@code plant} or {@code noise}
     * @param pointsPerSecond samples a second, each with a value for every sensor; the median of the rounds
     */
    public record Speed(String detector, String data, int sensors, double pointsPerSecond) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-6s %d sensor%s %-24s %,12.0f points/s",
                    data,
                    sensors,
                    sensors == 1 ? " " : "s",
                    detector,
                    pointsPerSecond);
        }
    }

    /** Is told what goes on. */
    @FunctionalInterface
    public interface Progress {
        void begins(String what);
    }

    /**
     * Nothing runs yet.
     *
     * @param seed of the plant and the noise
     * @param nanos a clock of the calling thread's processor time, or of any other time, in nanoseconds
     */
    public DetectorBench(long seed, LongSupplier nanos) {
        this(seed, nanos, 1);
    }

    /** @param scale by how much less is run than for a measurement */
    DetectorBench(long seed, LongSupplier nanos, int scale) {
        this.seed = seed;
        this.nanos = nanos;
        this.scale = scale;
    }

    /** Measures all, on the calling thread; takes a minute or two. */
    public List<Speed> run(Progress progress) {
        List<Speed> speeds = new ArrayList<>();
        int needed = (FILLING + (WARM_UP_ROUNDS + ROUNDS) * BLOCK) / scale;
        progress.begins("generating " + needed + " samples");
        Map<String, List<double[]>> data = new LinkedHashMap<>();
        data.put("plant", plant(needed));
        data.put("noise", noise(needed));
        for (Map.Entry<String, List<double[]>> entry : data.entrySet()) {
            for (int sensors : new int[] {1, SENSORS}) {
                progress.begins(entry.getKey() + " with " + sensors + (sensors == 1 ? " sensor" : " sensors"));
                List<double[]> samples = entry.getValue().stream()
                        .map(sample -> Arrays.copyOf(sample, sensors))
                        .toList();
                measure(samples).forEach((name, speed) -> speeds.add(new Speed(name, entry.getKey(), sensors, speed)));
            }
        }
        return speeds;
    }

    private Map<String, Double> measure(List<double[]> samples) {
        int sensors = samples.get(0).length;
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put("watchkeeper", sensors == 1 ? Contender.novelty() : Contender.asset(sensors));
        contenders.put("random cut forest", Contender.forest(sensors));
        contenders.put("tribuo one-class SVM", Contender.machine(samples.subList(0, TRAINING)));
        int filling = FILLING / scale;
        contenders.forEach((name, contender) -> {
            int from = name.equals("watchkeeper") ? 0 : filling - FILLING_OF_OTHERS / scale;
            feed(contender, samples, from, filling);
        });
        Map<String, double[]> rounds = new LinkedHashMap<>();
        int block = BLOCK / scale;
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            int from = filling + round * block;
            for (Map.Entry<String, Contender> one : contenders.entrySet()) {
                double[] speeds = rounds.computeIfAbsent(one.getKey(), name -> new double[ROUNDS]);
                long start = nanos.getAsLong();
                feed(one.getValue(), samples, from, from + block);
                long taken = Math.max(1, nanos.getAsLong() - start);
                speeds[Math.max(0, round - WARM_UP_ROUNDS)] = block * 1e9 / taken;
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        rounds.forEach((name, speeds) -> {
            Arrays.sort(speeds);
            medians.put(name, speeds[ROUNDS / 2]);
        });
        return medians;
    }

    private static void feed(Contender contender, List<double[]> samples, int from, int to) {
        double highest = 0;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, contender.score(START.toEpochMilli() + 1_000L * i, samples.get(i)));
        }
        if (Double.isNaN(highest)) {
            throw new IllegalStateException("a detector gave no number for a score");
        }
    }

    /** The eight sensors of a pump; vibration, which is the roughest of them, first. */
    private List<double[]> plant(int samples) {
        DemoPlant plant = new DemoPlant(seed, START, FaultPlan.none());
        List<double[]> all = new ArrayList<>();
        while (all.size() < samples) {
            double[] sample = plant.step().stream()
                    .filter(reading -> reading.sensor().asset().equals(PUMP))
                    .sorted((a, b) -> b.sensor().compareTo(a.sensor()))
                    .mapToDouble(Reading::value)
                    .toArray();
            all.add(Arrays.copyOf(sample, SENSORS));
        }
        return all;
    }

    private List<double[]> noise(int samples) {
        Random random = new Random(seed);
        return IntStream.range(0, samples)
                .mapToObj(i -> IntStream.range(0, SENSORS)
                        .mapToDouble(sensor -> random.nextGaussian())
                        .toArray())
                .toList();
    }

    /** One line for people and scripts. */
    public static String line(List<Speed> speeds) {
        StringBuilder line = new StringBuilder("detectors");
        for (Speed speed : speeds) {
            String key = switch (speed.detector()) {
                case "watchkeeper" -> "points_per_s_";
                case "random cut forest" -> "rcf_";
                default -> "svm_";
            };
            line.append(String.format(
                    Locale.ROOT,
                    " %s%d%s=%.0f",
                    key,
                    speed.sensors(),
                    speed.data().equals("plant") ? "" : "_" + speed.data(),
                    speed.pointsPerSecond()));
        }
        return line.toString();
    }
}
