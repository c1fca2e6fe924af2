package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.fx.Toolkit;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** One round of {@link StartupBench}, in a process of its own: from the process's start to the first live point. */
@Command(name = "first-point", hidden = true, mixinStandardHelpOptions = true)
final class FirstPointProbe implements Callable<Integer> {
    static final String MARK = "first_point_ms=";
    private static final long PATIENCE_SECONDS = 120;
    private static final long LOOK_MILLIS = 10;

    @ParentCommand
    private BenchCommand bench = new BenchCommand();

    @Option(names = "--steady", paramLabel = "DURATION", defaultValue = "PT0S", description = "Go on so long after it.")
    private Duration steady = Duration.ZERO;

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        Instant started = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
        Toolkit.drawWithoutDisplay();
        AtomicLong firstPointMillis = new AtomicLong();
        CountDownLatch drawn = new CountDownLatch(1);
        try (Instance instance = Instance.open(bench.parent.data(), DemoSettings.STANDARD, clock)) {
            Thread.ofPlatform().daemon().name("start").start(instance::start);
            try (BenchConsole console = BenchConsole.open(instance, shown -> {
                boolean live = sensors(instance).stream()
                        .anyMatch(sensor -> shown.drawnUntil(sensor)
                                .filter(started::isBefore)
                                .isPresent());
                if (live
                        && firstPointMillis.compareAndSet(
                                0, Duration.between(started, clock.instant()).toMillis())) {
                    drawn.countDown();
                }
            })) {
                while (sensors(instance).isEmpty()) {
                    Thread.sleep(LOOK_MILLIS);
                }
                console.showTrends(sensors(instance), Duration.ofMinutes(5));
                if (!drawn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new UserError("No live point was drawn within " + PATIENCE_SECONDS + " s.");
                }
                Thread.sleep(steady.toMillis());
                System.out.printf(
                        Locale.ROOT,
                        "%s%d rss_mb=%d%n",
                        MARK,
                        firstPointMillis.get(),
                        ProcessMemory.residentMebibytes());
            }
        }
        return 0;
    }

    /** The first asset's sensors, which is what a newcomer sees. */
    private static List<SensorId> sensors(Instance instance) {
        List<Asset> assets = instance.assets().all();
        return assets.isEmpty()
                ? List.of()
                : assets.getFirst().sensors().stream().map(Sensor::id).limit(5).toList();
    }
}
