package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.fx.Toolkit;
import dev.watchkeeper.app.shell.Console;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.stream.topic.ReadingPublisher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper bench latency}: from sending a reading to the frame that draws it. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = {
            "From sending a reading to the frame in which the Trends screen draws it, at a rate, with 20 sensors shown.",
            "Last line: latency p50_ms=… p99_ms=… readings=…"
        })
final class LatencyBench implements Callable<Integer> {
    private static final int SENSORS = 100;
    private static final int SHOWN = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration SPAN = Duration.ofSeconds(30);

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Readings a second, over " + SENSORS + " sensors. Default: ${DEFAULT-VALUE}.")
    private int rate = 1_000;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            defaultValue = "PT30S",
            description = "Default: ${DEFAULT-VALUE}.")
    private Duration length = Duration.ofSeconds(30);

    private final Map<SensorId, Queue<Instant>> sent = new TreeMap<>();
    private final List<Long> latencies = new ArrayList<>();
    private final Clock clock = Clock.systemUTC();
    private volatile boolean measuring;

    @Override
    public Integer call() throws Exception {
        Toolkit.drawWithoutDisplay();
        List<SensorId> sensors = sensors();
        List<SensorId> shown = sensors.subList(0, SHOWN);
        shown.forEach(sensor -> sent.put(sensor, new ConcurrentLinkedQueue<>()));
        Path data = Files.createTempDirectory("watchkeeper-latency");
        try (Instance instance = Instance.open(data, null, clock)) {
            instance.start();
            try (ReadingPublisher publisher = new ReadingPublisher(
                            instance.platform().bootstrapServers(),
                            instance.platform().topics());
                    BenchConsole console = BenchConsole.open(instance, this::drawn)) {
                publisher.describe(asset(sensors));
                console.showTrends(shown, SPAN);
                send(publisher, sensors);
            }
        } finally {
            Directories.delete(data);
        }
        report();
        return 0;
    }

    private void send(ReadingPublisher publisher, List<SensorId> sensors) throws InterruptedException {
        Duration interval = Duration.ofNanos(1_000_000_000L * SENSORS / rate);
        Instant start = clock.instant();
        Instant measureFrom = start.plus(WARM_UP);
        Instant end = measureFrom.plus(length);
        Instant due = start;
        while (due.isBefore(end)) {
            Duration wait = Duration.between(clock.instant(), due);
            if (wait.isPositive()) {
                Thread.sleep(wait);
            }
            measuring = !due.isBefore(measureFrom);
            Instant now = Instant.ofEpochMilli(clock.millis());
            for (int i = 0; i < sensors.size(); i++) {
                SensorId sensor = sensors.get(i);
                Queue<Instant> queue = sent.get(sensor);
                if (queue != null && measuring) {
                    queue.add(now);
                }
                publisher.send(Reading.good(sensor, now, Math.sin(now.toEpochMilli() / 5e3 + i)));
            }
            due = due.plus(interval);
        }
        measuring = false;
    }

    private void drawn(Console console) {
        if (!measuring) {
            return;
        }
        Instant now = clock.instant();
        sent.forEach((sensor, queue) -> console.drawnUntil(sensor).ifPresent(until -> {
            for (Instant oldest = queue.peek(); oldest != null && !oldest.isAfter(until); oldest = queue.peek()) {
                latencies.add(Duration.between(queue.remove(), now).toMillis());
            }
        }));
    }

    private void report() {
        List<Long> sorted = latencies.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new UserError("No reading was drawn; the log tells why.");
        }
        System.out.printf(
                Locale.ROOT,
                "latency p50_ms=%d p99_ms=%d readings=%d%n",
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.99)),
                sorted.size());
    }

    private static List<SensorId> sensors() {
        List<SensorId> sensors = new ArrayList<>();
        for (int i = 0; i < SENSORS; i++) {
            sensors.add(SensorId.of("Bench", String.format(Locale.ROOT, "s%03d", i)));
        }
        return sensors;
    }

    private static Asset asset(List<SensorId> sensors) {
        return new Asset(
                new AssetId("Bench"),
                "Bench",
                "",
                sensors.stream().map(Sensor::named).toList());
    }
}
