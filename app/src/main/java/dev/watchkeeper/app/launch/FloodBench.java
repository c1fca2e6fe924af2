package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.fx.Toolkit;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.JournalQuery;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper bench flood}: whether the Alarms screen stays usable while alarms flood. */
@Command(
        name = "flood",
        mixinStandardHelpOptions = true,
        description = {
            "Raises alarms on 25 assets through the alarm desk and its database while the Alarms screen is open, and",
            "measures the time from frame to frame. An alarm is lost when list or journal do not have it at the end.",
            "Last line: flood alarms=… frame_p50_ms=… frame_p95_ms=… lost=…"
        })
final class FloodBench implements Callable<Integer> {
    private static final int ASSETS = 25;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration AFTER = Duration.ofSeconds(5);

    @Option(names = "--alarms", paramLabel = "N", defaultValue = "500", description = "Default: ${DEFAULT-VALUE}.")
    private int alarms = 500;

    @Option(
            names = "--within",
            paramLabel = "DURATION",
            defaultValue = "PT60S",
            description = "How long raising them takes. Default: ${DEFAULT-VALUE}.")
    private Duration within = Duration.ofSeconds(60);

    private final Clock clock = Clock.systemUTC();
    private final List<Double> frames = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean measuring;
    private long before;

    @Override
    public Integer call() throws Exception {
        if (alarms < 1 || within.isNegative()) {
            throw new UserError("Give a positive number of alarms and a time that is not negative.");
        }
        Toolkit.drawWithoutDisplay();
        Path data = Files.createTempDirectory("watchkeeper-flood");
        try (Instance instance = Instance.open(data, null, clock)) {
            try (BenchConsole console = BenchConsole.open(instance, drawn -> frame())) {
                console.showAlarms();
                Thread.sleep(WARM_UP);
                Instant start = clock.instant();
                measuring = true;
                raise(instance, start);
                Thread.sleep(AFTER);
                measuring = false;
                report(lost(instance, start));
            }
        } finally {
            Directories.delete(data);
        }
        return 0;
    }

    private void raise(Instance instance, Instant start) throws InterruptedException {
        for (int i = 0; i < alarms; i++) {
            Instant due = start.plus(within.multipliedBy(i).dividedBy(alarms));
            Duration wait = Duration.between(clock.instant(), due);
            if (wait.isPositive()) {
                Thread.sleep(wait);
            }
            instance.alarms().accept(List.of(detection(i, clock.instant())));
        }
    }

    private static Detection detection(int number, Instant now) {
        Instant at = Instant.ofEpochMilli(now.toEpochMilli());
        SensorId sensor = SensorId.of(String.format(Locale.ROOT, "unit-%02d", number % ASSETS), "s" + number / ASSETS);
        return new Detection(
                DetectionId.of(SensorWatch.RULE, sensor, at),
                sensor.asset(),
                SensorWatch.RULE,
                Detection.Phase.OPENED,
                at,
                at,
                TimeSpan.before(at, Duration.ofMinutes(1)),
                0.9,
                0.1,
                List.of(new Contribution(sensor, 1)),
                Evidence.NONE);
    }

    private void frame() {
        long now = System.nanoTime();
        if (measuring && before != 0) {
            frames.add((now - before) / 1e6);
        }
        before = measuring ? now : 0;
    }

    private int lost(Instance instance, Instant start) {
        int listed = (int)
                instance.alarms().current().stream().map(Alarm::id).distinct().count();
        TimeSpan span = new TimeSpan(start.minusSeconds(1), clock.instant().plusSeconds(1));
        int raised = instance.alarms()
                .journal(new JournalQuery(span, Set.of(JournalEntry.Kind.RAISED), "", "", ""), 2 * alarms)
                .size();
        return Math.max(alarms - listed, alarms - raised);
    }

    private void report(int lost) {
        List<Double> sorted = new ArrayList<>(frames);
        Collections.sort(sorted);
        if (sorted.isEmpty()) {
            throw new UserError("No frame was drawn; the log tells why.");
        }
        System.out.printf(
                Locale.ROOT,
                "flood alarms=%d frame_p50_ms=%.1f frame_p95_ms=%.1f lost=%d%n",
                alarms,
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.95)),
                lost);
    }
}
